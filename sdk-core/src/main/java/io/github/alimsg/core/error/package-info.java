/** One family of unchecked exceptions that say what happened to a call. */
@NullMarked
package io.github.alimsg.core.error;

import org.jspecify.annotations.NullMarked;
