/** Observations and meters of clients, in the registries of the application. */
@NullMarked
package io.github.alimsg.spring.boot.observation;

import org.jspecify.annotations.NullMarked;
