package io.github.alimsg.inbox.box;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.json.Json;
import io.github.alimsg.testing.PostedReceipt;
import io.github.alimsg.testing.SentMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Everything that is kept, and what happened to it. Safe for any number of threads. */
public final class Box {
    private final int max;
    private final Newest<StoredMessage> messages;
    private final Requests requests;
    private final Packing packing = new Packing();
    private final Newest<StoredDelivery> deliveries;
    private final Events events = new Events();
    private final Map<String, Long> byId = new ConcurrentHashMap<>();
    private final Map<String, String> firstWithContent = new ConcurrentHashMap<>();
    private final List<Consumer<StoredMessage>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> clearing = new CopyOnWriteArrayList<>();

    /**
     * An empty box.
     *
     * @param max how many messages, and how many requests and deliveries, are kept
     */
    public Box(int max) {
        this.max = max;
        this.messages = new Newest<>(max);
        this.requests = new Requests(max);
        this.deliveries = new Newest<>(max);
    }

    public int max() {
        return max;
    }

    public Newest<StoredMessage> messages() {
        return messages;
    }

    public Requests requests() {
        return requests;
    }

    public Newest<StoredDelivery> deliveries() {
        return deliveries;
    }

    public Events events() {
        return events;
    }

    /** Tells somebody of every message from now on, and of every change of one. */
    public void onMessage(Consumer<StoredMessage> listener) {
        listeners.add(listener);
    }

    /** Tells somebody that everything was forgotten. */
    public void onClear(Runnable listener) {
        clearing.add(listener);
    }

    /**
     * Adds a message, and gives it an id that no other has.
     *
     * @param json the Message of openapi.json, without sequence; id is what it would like to be called
     * @param sent the message of the fake; null for a reply
     */
    public StoredMessage add(ObjectNode json, @Nullable SentMessage sent) {
        StoredMessage[] stored = new StoredMessage[1];
        StoredMessage oldest = messages.add(sequence -> {
            String id = freeId(json.path("id").asText(), sequence);
            json.put("id", id);
            String content = content(json);
            if (content != null) {
                Json.put(json, "duplicateOf", firstWithContent.putIfAbsent(content, id));
            }
            byId.put(id, sequence);
            stored[0] = new StoredMessage(sequence, json, content, sent);
            return stored[0];
        });
        if (oldest != null) {
            byId.remove(oldest.id(), oldest.sequence());
            String content = oldest.content();
            if (content != null) {
                firstWithContent.remove(content, oldest.id());
            }
        }
        tell("message", stored[0]);
        return stored[0];
    }

    private String freeId(String wanted, long sequence) {
        if (wanted.isEmpty()) {
            return "m" + sequence;
        }
        return byId.containsKey(wanted) ? wanted + "-" + sequence : wanted;
    }

    /** What is the same when a message is sent twice; null when its application gave it no id. */
    private static @Nullable String content(JsonNode json) {
        String ownId = Json.text(json, "ownId");
        return ownId == null || ownId.isEmpty()
                ? null
                : ownId + "\n" + json.path("to").asText() + "\n"
                        + json.path("template").asText() + "\n" + json.path("values") + "\n"
                        + json.path("raw").asText() + json.path("text").asText();
    }

    /** A message by its id; null when there is none. */
    public @Nullable StoredMessage message(String id) {
        Long sequence = byId.get(id);
        return sequence == null ? null : messages.get(sequence);
    }

    /** Changes a message, if it is still there. @return the message as it is now */
    public @Nullable StoredMessage change(StoredMessage message, UnaryOperator<ObjectNode> change) {
        StoredMessage changed = messages.replace(message.sequence(), now -> now.with(change.apply(now.json())));
        if (changed != null) {
            tell("state", changed);
        }
        return changed;
    }

    private void tell(String kind, StoredMessage message) {
        events.add(kind, message.bytes());
        listeners.forEach(listener -> listener.accept(message));
    }

    /** Adds a delivery; its number is put into it. */
    public StoredDelivery addDelivery(ObjectNode json, @Nullable PostedReceipt posted) {
        StoredDelivery[] stored = new StoredDelivery[1];
        deliveries.add(sequence -> {
            stored[0] = new StoredDelivery(sequence, json.put("sequence", sequence), posted);
            return stored[0];
        });
        events.add("delivery", json);
        return stored[0];
    }

    /** Replaces a delivery by the same that was posted once more, if it is still there. */
    public StoredDelivery replaceDelivery(StoredDelivery old, ObjectNode json, PostedReceipt posted) {
        var stored = new StoredDelivery(old.sequence(), json.put("sequence", old.sequence()), posted);
        deliveries.replace(old.sequence(), any -> stored);
        events.add("delivery", json);
        return stored;
    }

    /**
     * Adds a request.
     *
     * @param json the Request of openapi.json; not to be used any more
     */
    public void addRequest(long sequence, ObjectNode json) {
        requests.add(new StoredRequest(sequence, packing.pack(Json.bytes(json))));
        events.add("request", StoredRequest.summary(json));
    }

    /** Forgets messages, requests and deliveries. */
    public void clear() {
        messages.clear();
        requests.clear();
        deliveries.clear();
        byId.clear();
        firstWithContent.clear();
        events.add("cleared", Json.object());
        clearing.forEach(Runnable::run);
    }
}
