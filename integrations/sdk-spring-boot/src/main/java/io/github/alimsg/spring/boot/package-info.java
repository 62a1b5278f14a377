/**
 * Clients, their settings and their end in a Spring Boot application.
 *
 * <p>Applications implement {@link io.github.alimsg.spring.boot.AlimsgClientCustomizer} and its siblings; everything else
 * is set by properties that begin with {@code alimsg}.
 */
@NullMarked
package io.github.alimsg.spring.boot;

import org.jspecify.annotations.NullMarked;
