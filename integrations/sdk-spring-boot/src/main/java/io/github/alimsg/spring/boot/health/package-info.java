/** Health of clients for Spring Boot's actuator. */
@NullMarked
package io.github.alimsg.spring.boot.health;

import org.jspecify.annotations.NullMarked;
