/** Queues that receipts come by, as their service has them, and the keys that open them. */
@NullMarked
package io.github.alimsg.testing.queue;

import org.jspecify.annotations.NullMarked;
