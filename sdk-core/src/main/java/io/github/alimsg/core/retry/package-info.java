/** Deciding which failures are repeated, how often and after how long. */
@NullMarked
package io.github.alimsg.core.retry;

import org.jspecify.annotations.NullMarked;
