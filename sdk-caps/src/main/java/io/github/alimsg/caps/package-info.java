/** Caps on sends: per number, per prefix, per calling code and in total. */
@NullMarked
package io.github.alimsg.caps;

import org.jspecify.annotations.NullMarked;
