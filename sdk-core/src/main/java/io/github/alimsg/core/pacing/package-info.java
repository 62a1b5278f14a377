/** Staying below the documented calls per second. */
@NullMarked
package io.github.alimsg.core.pacing;

import org.jspecify.annotations.NullMarked;
