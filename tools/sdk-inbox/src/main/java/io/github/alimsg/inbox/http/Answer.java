package io.github.alimsg.inbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a call is answered with.
 *
 * @param status the HTTP status
 * @param type the media type of the body
 * @param body the parts of the body, in order; none for no body
 */
public record Answer(int status, String type, List<byte[]> body) {
    private static final String JSON = "application/json; charset=utf-8";
    private static final byte[] COMMA = {','};

    /** With a body that is not empty. */
    public static Answer of(int status, String type, byte[] body) {
        return new Answer(status, type, List.of(body));
    }

    public static Answer ok(JsonNode json) {
        return of(200, JSON, Json.bytes(json));
    }

    /** A list of objects that are bytes already, and fields after it. They are not copied: thousands are megabytes. */
    public static Answer list(String name, List<byte[]> objects, ObjectNode rest) {
        List<byte[]> body = new ArrayList<>(2 * objects.size() + 2);
        body.add(("{\"" + name + "\":[").getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < objects.size(); i++) {
            if (i > 0) {
                body.add(COMMA);
            }
            body.add(objects.get(i));
        }
        byte[] tail = Json.bytes(rest);
        tail[0] = ','; // in place of its brace
        body.add(new byte[] {']'});
        body.add(tail);
        return new Answer(200, JSON, body);
    }

    public static Answer nothing() {
        return new Answer(204, "", List.of());
    }

    /** Says what is wrong and what to do. */
    public static Answer error(int status, String text) {
        return of(status, JSON, Json.bytes(Json.object().put("error", text)));
    }

    /** How many bytes the body has. */
    long length() {
        return body.stream().mapToLong(part -> part.length).sum();
    }
}
