package io.github.alimsg.inbox.box;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A request that is kept. Immutable.
 *
 * @param sequence its number
 * @param json the Request of openapi.json; not to be changed
 */
public record StoredRequest(long sequence, ObjectNode json) {
    private static final List<String> SHORT = List.of(
            "sequence",
            "at",
            "operation",
            "product",
            "accepted",
            "status",
            "refusalCode",
            "reason",
            "fault",
            "attempt",
            "ownId",
            "messages",
            "numbers");

    /** The RequestSummary of openapi.json. */
    public JsonNode summary() {
        return json.deepCopy().retain(SHORT);
    }

    /** Shows nothing that may be personal. */
    @Override
    public String toString() {
        return "StoredRequest[" + sequence + "]";
    }
}
