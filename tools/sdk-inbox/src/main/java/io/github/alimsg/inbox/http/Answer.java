package io.github.alimsg.inbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.inbox.json.Json;

/**
 * What a call is answered with.
 *
 * @param status the HTTP status
 * @param type the media type of the body
 * @param body the body; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(int status, String type, byte[] body) {
    private static final String JSON = "application/json; charset=utf-8";

    public static Answer ok(JsonNode json) {
        return new Answer(200, JSON, Json.bytes(json));
    }

    public static Answer nothing() {
        return new Answer(204, "", new byte[0]);
    }

    /** Says what is wrong and what to do. */
    public static Answer error(int status, String text) {
        return new Answer(status, JSON, Json.bytes(Json.object().put("error", text)));
    }
}
