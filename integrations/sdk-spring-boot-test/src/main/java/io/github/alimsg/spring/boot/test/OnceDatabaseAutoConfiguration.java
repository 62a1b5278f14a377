package io.github.alimsg.spring.boot.test;

import io.github.alimsg.spring.boot.once.AlimsgOnceAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/**
 * The application's database, for idempotency keys. A test without them must not connect to one. What is imported is
 * listed in the file of this class's name, since its classes have other names in Spring Boot 4.
 */
@AutoConfiguration(before = AlimsgOnceAutoConfiguration.class)
@ConditionalOnProperty("alimsg.once.enabled")
@ImportAutoConfiguration
class OnceDatabaseAutoConfiguration {}
