/** Receipts and inbound messages from the service's queues. */
@NullMarked
package io.github.alimsg.queue;

import org.jspecify.annotations.NullMarked;
