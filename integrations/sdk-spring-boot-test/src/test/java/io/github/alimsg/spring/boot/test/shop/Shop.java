package io.github.alimsg.spring.boot.test.shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application under test. */
@SpringBootApplication
class Shop {}
