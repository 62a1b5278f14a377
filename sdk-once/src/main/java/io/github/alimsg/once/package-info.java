/** Sends at most once for an idempotency key. */
@NullMarked
package io.github.alimsg.once;

import org.jspecify.annotations.NullMarked;
