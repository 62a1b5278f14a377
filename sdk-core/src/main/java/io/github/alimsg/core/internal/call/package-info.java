/** The engine: one call from its parameters to its response, attempt by attempt. */
@NullMarked
package io.github.alimsg.core.internal.call;

import org.jspecify.annotations.NullMarked;
