/** What idempotency keys, campaigns, guards and shared turns cost. */
@NullMarked
package io.github.alimsg.benchmarks.once;

import org.jspecify.annotations.NullMarked;
