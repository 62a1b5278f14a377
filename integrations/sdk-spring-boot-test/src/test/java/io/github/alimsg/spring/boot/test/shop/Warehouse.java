package io.github.alimsg.spring.boot.test.shop;

import org.springframework.stereotype.Component;

/** Has nothing to do with messages. */
@Component
class Warehouse {}
