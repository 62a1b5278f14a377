/** The unchecked exceptions that say how a call failed. */
@NullMarked
package io.github.alimsg.core.error;

import org.jspecify.annotations.NullMarked;
