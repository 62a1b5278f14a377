package io.github.alimsg.spring.boot.receipts;

import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.ReceiptResponse;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dispatchers of the products that the application has handlers for. They are mapped to paths if {@code
 * alimsg.receipts.path} is set; call {@link #handle} yourself for what comes by another way, such as a queue.
 */
public final class ReceiptDispatchers {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptDispatchers.class);

    private final Map<String, ReceiptDispatcher> dispatchers;
    private final int maxBodyBytes;

    ReceiptDispatchers(Map<String, ReceiptDispatcher> dispatchers, int maxBodyBytes) {
        this.dispatchers = new TreeMap<>(dispatchers);
        this.maxBodyBytes = maxBodyBytes;
    }

    /** {@return the products: {@code cams}, {@code sms-international}, {@code sms-mainland}} */
    public Iterable<String> products() {
        return dispatchers.keySet();
    }

    /**
     * Returns the dispatcher of a product, which logs nothing.
     *
     * @param product one of {@link #products()}
     * @return the dispatcher
     * @throws IllegalArgumentException when there is no handler for this product
     */
    public ReceiptDispatcher dispatcher(String product) {
        ReceiptDispatcher dispatcher = dispatchers.get(product);
        if (dispatcher == null) {
            throw new IllegalArgumentException("no bean handles receipts of " + product);
        }
        return dispatcher;
    }

    /**
     * Handles a body, and logs every receipt that was not handled: nobody else is told.
     *
     * @param product one of {@link #products()}
     * @param body what was posted
     * @return the response to give
     * @throws IllegalArgumentException when there is no handler for this product
     */
    public ReceiptResponse handle(String product, byte[] body) {
        ReceiptResponse response = dispatcher(product).handle(body);
        for (Exception failure : response.failures()) {
            if (response.status() < 500) {
                LOG.warn("Refused a body that is not a receipt of {}: {}", product, failure.getMessage());
            } else {
                LOG.error("A receipt of {} was not handled; the service will deliver it again", product, failure);
            }
        }
        return response;
    }

    /** The number of bytes to read of a body: one more than is allowed, so that a larger one is seen as such. */
    int bytesToRead() {
        return maxBodyBytes == Integer.MAX_VALUE ? maxBodyBytes : maxBodyBytes + 1;
    }
}
