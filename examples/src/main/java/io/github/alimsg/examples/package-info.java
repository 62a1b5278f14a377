/** Runnable examples. {@link io.github.alimsg.examples.DayOfAnIsv} is the main job; the others show one topic each. */
@NullMarked
package io.github.alimsg.examples;

import org.jspecify.annotations.NullMarked;
