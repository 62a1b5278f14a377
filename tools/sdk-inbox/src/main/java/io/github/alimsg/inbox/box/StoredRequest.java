package io.github.alimsg.inbox.box;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.json.Json;
import java.util.List;

/** A request that is kept, packed: trees of thousands would take twenty times as much memory. Immutable. */
public final class StoredRequest {
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

    private final long sequence;
    private final Packing.Packed json;

    /**
     * A request.
     *
     * @param sequence its number
     * @param json the Request of openapi.json
     */
    StoredRequest(long sequence, Packing.Packed json) {
        this.sequence = sequence;
        this.json = json;
    }

    long sequence() {
        return sequence;
    }

    /** The Request of openapi.json. */
    public ObjectNode json() {
        return Json.read(json.text());
    }

    /** The RequestSummary of openapi.json. */
    public ObjectNode summary() {
        return summary(json());
    }

    /** The RequestSummary of a Request, which is changed. */
    static ObjectNode summary(ObjectNode json) {
        return json.retain(SHORT);
    }

    /** Shows nothing that may be personal. */
    @Override
    public String toString() {
        return "StoredRequest[" + sequence + "]";
    }
}
