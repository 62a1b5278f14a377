/** Environment variables and system properties, and the connections that they describe. */
@NullMarked
package io.github.alimsg.core.internal.environment;

import org.jspecify.annotations.NullMarked;
