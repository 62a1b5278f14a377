package io.github.alimsg.spring.boot.queue;

import io.github.alimsg.queue.ReceiptQueueBuilder;

/** Changes how receipts are read from queues, after properties. All beans of this type are called, in their order. */
@FunctionalInterface
public interface ReceiptQueueCustomizer {
    /**
     * Changes a builder.
     *
     * @param builder the builder
     */
    void customize(ReceiptQueueBuilder builder);
}
