/** The one source of time and waiting, so that tests need neither. */
@NullMarked
package io.github.alimsg.core.time;

import org.jspecify.annotations.NullMarked;
