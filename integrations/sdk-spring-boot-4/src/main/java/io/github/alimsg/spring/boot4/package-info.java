/** The parts of the auto-configuration whose types moved in Spring Boot 4. */
@NullMarked
package io.github.alimsg.spring.boot4;

import org.jspecify.annotations.NullMarked;
