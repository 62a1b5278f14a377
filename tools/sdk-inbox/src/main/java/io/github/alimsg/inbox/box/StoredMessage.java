package io.github.alimsg.inbox.box;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.json.Json;
import io.github.alimsg.testing.SentMessage;
import org.jspecify.annotations.Nullable;

/** A message that is kept, as bytes: trees of thousands would take several times as much memory. Immutable. */
public final class StoredMessage {
    private final long sequence;
    private final String id;
    private final @Nullable String content;
    private final @Nullable SentMessage sent;
    private final byte[] json;

    /**
     * A message.
     *
     * @param sequence its number, which is put into its JSON
     * @param json the Message of openapi.json
     * @param content what is the same when it is sent twice; null when it can't be told
     * @param sent the message of the fake; null for replies, and for what was read from a file
     */
    StoredMessage(long sequence, ObjectNode json, @Nullable String content, @Nullable SentMessage sent) {
        this.sequence = sequence;
        this.id = json.path("id").asText();
        this.content = content;
        this.sent = sent;
        this.json = Json.bytes(json.put("sequence", sequence));
    }

    public long sequence() {
        return sequence;
    }

    public String id() {
        return id;
    }

    @Nullable
    String content() {
        return content;
    }

    public @Nullable SentMessage sent() {
        return sent;
    }

    /** The Message of openapi.json, read anew each time: it may be changed. */
    public ObjectNode json() {
        return Json.read(json);
    }

    /** The same in UTF-8; not to be changed. */
    public byte[] bytes() {
        return json;
    }

    /** A field's text; null when it has none. Whoever needs several reads {@link #json} once. */
    public @Nullable String text(String field) {
        return Json.text(json(), field);
    }

    /** The same message with other fields. */
    StoredMessage with(ObjectNode changed) {
        return new StoredMessage(sequence, changed, content, sent);
    }

    /** Shows nothing that may be personal. */
    @Override
    public String toString() {
        return "StoredMessage[" + sequence + "]";
    }
}
