/** Sending at most once, across crashes and processes. */
@NullMarked
package io.github.alimsg.it.once;

import org.jspecify.annotations.NullMarked;
