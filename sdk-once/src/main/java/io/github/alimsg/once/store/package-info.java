/** Where idempotency keys are kept: states, records, and the interface that a store implements. */
@NullMarked
package io.github.alimsg.once.store;

import org.jspecify.annotations.NullMarked;
