package io.github.alimsg.receipts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** A notification from the service: the status of a message, an inbound message, the result of a review. */
public abstract class Receipt extends ReceiptPart {
    private static final int KEY_DIGITS = 32;

    private final List<String> identity;

    /**
     * Called by the products' receipts.
     *
     * @param fields its fields
     * @param shown names of the fields that {@code toString} shows; none of them personal
     * @param identity names of the fields that are the same whenever the same receipt is delivered, the first of them
     *     being required; empty when equal receipts may mean different events
     */
    protected Receipt(ReceiptFields fields, List<String> shown, List<String> identity) {
        super(fields, shown);
        this.identity = identity;
    }

    /**
     * Returns a key that identifies this receipt: the same whenever it is delivered again, over HTTP or by a queue. It
     * is a digest, so it may be stored and logged.
     *
     * @return the key; null when nothing in the receipt distinguishes a repetition from a new event
     */
    public final @Nullable String key() {
        String first = identity.isEmpty() ? null : fields().text(identity.get(0));
        if (first == null || first.isBlank()) {
            return null;
        }
        var parts = new StringBuilder();
        for (String name : identity) {
            String value = fields().text(name);
            parts.append(value == null ? "-" : value.length() + ":" + value);
        }
        String digest = DigestUtils.sha256Hex(parts.toString());
        return getClass().getSimpleName() + ":" + digest.substring(0, KEY_DIGITS);
    }

    /**
     * Returns when the event happened that this receipt is about, by the clock of the service, the carrier or the phone:
     * what the product's class has as the time of the report, or of the inbound message.
     *
     * @return the moment; null when the receipt does not say, or its kind has no such time
     */
    public @Nullable Instant happenedAt() {
        return null;
    }

    /**
     * Reads a body into receipts.
     *
     * @param body what was posted, or taken from a queue
     * @param kind makes a receipt from its fields
     * @param <T> the kind of receipt
     * @return the receipts in order
     * @throws MalformedReceiptException when the body cannot be read, or one of its items is not an object or is empty
     */
    protected static <T extends Receipt> List<T> readAll(byte[] body, Function<ReceiptFields, T> kind) {
        List<JsonNode> items = ReceiptBody.items(body, ReceiptBody.MAX_BYTES);
        List<T> receipts = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            receipts.add(kind.apply(ReceiptFields.of(items.get(i), "/" + i)));
        }
        return List.copyOf(receipts);
    }
}
