package io.github.alimsg.spring.boot;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * An application with all auto-configurations of Spring Boot and ours. Names none of them, because many have other names
 * in other generations.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class Everything {}
