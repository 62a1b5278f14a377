package io.github.alimsg.inbox.box;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A request that is kept, as bytes: trees of thousands would take several times as much memory. Immutable. */
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
    private final byte[] json;

    /**
     * A request.
     *
     * @param sequence its number
     * @param json the Request of openapi.json
     */
    public StoredRequest(long sequence, ObjectNode json) {
        this.sequence = sequence;
        this.json = Json.bytes(json);
    }

    long sequence() {
        return sequence;
    }

    /** The Request of openapi.json. */
    public ObjectNode json() {
        return (ObjectNode) Objects.requireNonNull(Json.read(new String(json, StandardCharsets.UTF_8)));
    }

    /** The RequestSummary of openapi.json. */
    public JsonNode summary() {
        return json().retain(SHORT);
    }

    /** Shows nothing that may be personal. */
    @Override
    public String toString() {
        return "StoredRequest[" + sequence + "]";
    }
}
