/** Observing and wrapping the calls of a client. */
@NullMarked
package io.github.alimsg.core.intercept;

import org.jspecify.annotations.NullMarked;
