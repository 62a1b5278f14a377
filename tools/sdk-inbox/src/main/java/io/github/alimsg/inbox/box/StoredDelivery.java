package io.github.alimsg.inbox.box;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.testing.PostedReceipt;
import org.jspecify.annotations.Nullable;

/**
 * A receipt or a reply that was posted to an application. Immutable.
 *
 * @param sequence its number
 * @param json the Delivery of openapi.json; not to be changed
 * @param posted the body and its answer; null when it got lost on purpose
 */
public record StoredDelivery(
        long sequence, ObjectNode json, @Nullable PostedReceipt posted) {
    /** Shows nothing that may be personal. */
    @Override
    public String toString() {
        return "StoredDelivery[" + sequence + "]";
    }
}
