package io.github.alimsg.examples.engines;

import java.util.function.Consumer;

/** With a queue: the method that Kafka, RabbitMQ or another broker calls for each event, and calls again when in doubt. */
public final class ShippingListener {
    private final Consumer<Order> notice;

    /**
     * Creates the listener.
     *
     * @param notice sends
     */
    public ShippingListener(Consumer<Order> notice) {
        this.notice = notice;
    }

    /**
     * Handles an event. Returning acknowledges it; an exception has it delivered again.
     *
     * @param shipped the event
     */
    // snippet: once-listener
    public void onShipped(Order shipped) { // with @KafkaListener or @RabbitListener
        notice.accept(shipped); // the key is the order's: not an offset, not a delivery tag
    }
    // end
}
