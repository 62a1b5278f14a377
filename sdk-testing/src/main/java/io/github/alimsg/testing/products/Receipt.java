package io.github.alimsg.testing.products;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A receipt, as it is posted.
 *
 * @param kind its kind; a body has receipts of one kind only
 * @param json its fields
 */
public record Receipt(ReceiptKind kind, ObjectNode json) {
    static ObjectNode fields() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * The body of its message in a queue: one JSON object in Base64.
     *
     * @param queue the queue's name, which ends with its message type
     */
    public String queueBody(String queue) {
        String type = queue.substring(queue.lastIndexOf('-') + 1);
        String object = kind.queueForm().apply(json.deepCopy(), type).toString();
        return Base64.getEncoder().encodeToString(object.getBytes(StandardCharsets.UTF_8));
    }

    /** Shows nothing that may be personal. */
    @Override
    public String toString() {
        return "Receipt[" + kind.name() + "]";
    }
}
