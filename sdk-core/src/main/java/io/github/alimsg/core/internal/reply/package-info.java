/** Turns replies into responses or failures. */
@NullMarked
package io.github.alimsg.core.internal.reply;

import org.jspecify.annotations.NullMarked;
