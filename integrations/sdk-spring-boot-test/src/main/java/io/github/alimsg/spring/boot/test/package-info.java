/** {@code FakeCloud} in tests of applications on Spring Boot 3.5 and 4, by one annotation. */
@NullMarked
package io.github.alimsg.spring.boot.test;

import org.jspecify.annotations.NullMarked;
