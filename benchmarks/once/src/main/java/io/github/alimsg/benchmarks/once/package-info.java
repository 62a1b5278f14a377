/** What sending under an idempotency key costs. */
@NullMarked
package io.github.alimsg.benchmarks.once;

import org.jspecify.annotations.NullMarked;
