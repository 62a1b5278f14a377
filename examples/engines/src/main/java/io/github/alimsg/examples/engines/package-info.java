/** Sends once from engines that repeat what they run. */
@NullMarked
package io.github.alimsg.examples.engines;

import org.jspecify.annotations.NullMarked;
