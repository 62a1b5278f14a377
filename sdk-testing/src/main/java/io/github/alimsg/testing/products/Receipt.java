package io.github.alimsg.testing.products;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

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

    /** Shows nothing that may be personal. */
    @Override
    public String toString() {
        return "Receipt[" + kind.name() + "]";
    }
}
