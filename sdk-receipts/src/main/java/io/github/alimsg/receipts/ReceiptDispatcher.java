package io.github.alimsg.receipts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the service posts, passes each receipt to its handler, and returns the response to give. Created by a
 * product's builder, such as {@code CamsReceipts.builder()}. Immutable and thread-safe.
 *
 * <p>Receipts are handled at least once. Those of one body are handled one after the other, in order. When a handler
 * throws, the others are still handled, and the body is refused so that the service delivers it again. Handled receipts
 * are remembered by {@link Receipt#key()} and not handled again; receipts without a key are. The service promises
 * neither order nor completeness.
 */
public final class ReceiptDispatcher {
    /** A body with more malformed items is not from the service. */
    private static final int MAX_MALFORMED = 100;

    private final Function<ReceiptFields, Receipt> kinds;
    private final Map<Class<?>, ReceiptHandler<Receipt>> handlers;
    private final @Nullable ReceiptHandler<Receipt> other;
    private final SeenReceipts seen;
    private final int maxBodyBytes;

    private ReceiptDispatcher(Builder<?> builder) {
        this.kinds = builder.kinds;
        this.handlers = Map.copyOf(builder.handlers);
        this.other = builder.other;
        this.seen = builder.seen;
        this.maxBodyBytes = builder.maxBodyBytes;
    }

    /**
     * Handles a posted body. Whatever was posted and whatever handlers throw, this method does not throw, except for
     * errors of the JVM. After 100 unreadable items it gives up on the rest.
     *
     * @param body what was posted, or taken from a queue, in Base64 or not
     * @return the response to give
     */
    public ReceiptResponse handle(byte[] body) {
        Objects.requireNonNull(body, "body");
        List<Exception> failures = new ArrayList<>();
        try {
            List<JsonNode> items = ReceiptBody.items(body, maxBodyBytes);
            for (int i = 0, malformed = 0; i < items.size() && malformed < MAX_MALFORMED; i++) {
                malformed += handle(items.get(i), "/" + i, failures) ? 0 : 1;
            }
        } catch (MalformedReceiptException e) {
            failures.add(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failures.add(e); // the rest is delivered again
        }
        return new ReceiptResponse(failures);
    }

    /**
     * Handles a body from a stream, reading no more than the size limit. The stream is not closed.
     *
     * @param body the stream to read the body from
     * @return the response to give
     * @throws IOException when the stream cannot be read
     */
    public ReceiptResponse handle(InputStream body) throws IOException {
        return handle(body.readNBytes(maxBodyBytes == Integer.MAX_VALUE ? maxBodyBytes : maxBodyBytes + 1));
    }

    /** {@return whether the item can be read, handled or not} */
    private boolean handle(JsonNode item, String place, List<Exception> failures) throws InterruptedException {
        Receipt receipt;
        try {
            receipt = kinds.apply(ReceiptFields.of(item, place));
        } catch (MalformedReceiptException e) {
            failures.add(e);
            return false;
        }
        try {
            handle(receipt);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            failures.add(e);
        }
        return true;
    }

    private void handle(Receipt receipt) throws Exception {
        ReceiptHandler<Receipt> handler = handlers.getOrDefault(receipt.getClass(), other);
        if (handler == null) {
            return;
        }
        String key = receipt.key();
        if (key == null) {
            handler.handle(receipt);
            return;
        }
        switch (seen.claim(key)) {
            case FIRST -> handleClaimed(receipt, key, handler);
            case BUSY -> throw new IllegalStateException(receipt + " is being handled by another thread");
            case DONE -> {} // a repeated delivery
        }
    }

    private void handleClaimed(Receipt receipt, String key, ReceiptHandler<Receipt> handler) throws Exception {
        try {
            handler.handle(receipt);
        } catch (Throwable e) {
            try {
                seen.release(key);
            } catch (RuntimeException alsoFailed) {
                e.addSuppressed(alsoFailed);
            }
            throw e;
        }
        seen.confirm(key);
    }

    /**
     * The methods that the builders of all products have.
     *
     * @param <B> the builder itself
     */
    public abstract static class Builder<B extends Builder<B>> {
        private final Function<ReceiptFields, Receipt> kinds;
        private final Map<Class<?>, ReceiptHandler<Receipt>> handlers = new HashMap<>();
        private @Nullable ReceiptHandler<Receipt> other;
        private SeenReceipts seen = SeenReceipts.inMemory();
        private int maxBodyBytes = ReceiptBody.MAX_BYTES;

        /**
         * Called by the products' builders.
         *
         * @param kinds recognizes kinds of receipts by their fields
         */
        protected Builder(Function<ReceiptFields, Receipt> kinds) {
            this.kinds = kinds;
        }

        /**
         * Called by the products' builders.
         *
         * @param kind the class of the receipts
         * @param handler the handler with them
         * @param <T> the kind
         * @return this builder
         */
        @SuppressWarnings("unchecked") // handlers are looked up by their receipt's class
        protected final <T extends Receipt> B on(Class<T> kind, ReceiptHandler<? super T> handler) {
            handlers.put(kind, (ReceiptHandler<Receipt>) Objects.requireNonNull(handler, "handler"));
            return self();
        }

        /**
         * Sets the handler of receipts without a handler of their own: those of unknown kinds, and those of known kinds
         * for which none was set. Without it they are accepted and dropped.
         *
         * @param handler the handler
         * @return this builder
         */
        public final B onOther(ReceiptHandler<Receipt> handler) {
            this.other = Objects.requireNonNull(handler, "handler");
            return self();
        }

        /**
         * Sets the memory of handled receipts. Default: {@link SeenReceipts#inMemory()}, which is not shared between
         * machines and is lost on restart.
         *
         * @param seen the memory
         * @return this builder
         */
        public final B deduplicate(SeenReceipts seen) {
            this.seen = Objects.requireNonNull(seen, "seen");
            return self();
        }

        /**
         * Sets the maximum size of a body; larger ones are refused unread. Default 1 MiB, more than a thousand
         * receipts.
         *
         * @param maxBodyBytes the size in bytes, at least 1
         * @return this builder
         * @throws IllegalArgumentException when it is less
         */
        public final B maxBodyBytes(int maxBodyBytes) {
            if (maxBodyBytes < 1) {
                throw new IllegalArgumentException("maxBodyBytes must be at least 1, not " + maxBodyBytes);
            }
            this.maxBodyBytes = maxBodyBytes;
            return self();
        }

        /**
         * Builds the dispatcher with the handlers set so far.
         *
         * @return the dispatcher
         */
        public final ReceiptDispatcher build() {
            return new ReceiptDispatcher(this);
        }

        @SuppressWarnings("unchecked")
        private B self() {
            return (B) this;
        }
    }
}
