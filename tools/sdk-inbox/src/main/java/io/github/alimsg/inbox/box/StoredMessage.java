package io.github.alimsg.inbox.box;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.json.Json;
import io.github.alimsg.testing.SentMessage;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message that is kept. Immutable.
 *
 * @param sequence its number
 * @param at when it was accepted
 * @param json the Message of openapi.json; not to be changed
 * @param words what a search without a key looks at, in small letters
 * @param sent the message of the fake; null for replies, and for what was read from a file
 */
public record StoredMessage(
        long sequence,
        Instant at,
        ObjectNode json,
        String words,
        @Nullable SentMessage sent) {

    /** A message as its JSON says it. */
    public static StoredMessage of(long sequence, ObjectNode json, @Nullable SentMessage sent) {
        json.put("sequence", sequence);
        return new StoredMessage(sequence, Instant.parse(json.path("at").asText()), json, words(json), sent);
    }

    private static String words(JsonNode json) {
        var words = new StringBuilder();
        for (String field : new String[] {"text", "to", "sender", "signName", "template", "ownId", "otp", "button"}) {
            String value = Json.text(json, field);
            if (value != null) {
                words.append(value).append('\n');
            }
        }
        json.path("values").forEach(value -> words.append(value.asText()).append('\n'));
        JsonNode parts = json.path("parts");
        for (String field : new String[] {"header", "body", "footer", "buttons", "list", "location", "media"}) {
            collect(parts.path(field), words);
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    private static void collect(JsonNode node, StringBuilder words) {
        if (node.isTextual()) {
            words.append(node.asText()).append('\n');
        }
        node.forEach(child -> collect(child, words));
    }

    public String id() {
        return json.path("id").asText();
    }

    /** A field's text; null when it has none. */
    public @Nullable String text(String field) {
        return Json.text(json, field);
    }

    public boolean isInbound() {
        return "in".equals(text("direction"));
    }

    /** The same message with other fields. */
    public StoredMessage with(ObjectNode changed) {
        return of(sequence, changed, sent);
    }

    /** Shows nothing that may be personal. */
    @Override
    public String toString() {
        return "StoredMessage[" + sequence + "]";
    }
}
