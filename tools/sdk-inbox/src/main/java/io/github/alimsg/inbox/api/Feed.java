package io.github.alimsg.inbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.box.Box;
import io.github.alimsg.inbox.box.StoredMessage;
import io.github.alimsg.inbox.json.Json;
import io.github.alimsg.inbox.render.Rendering;
import io.github.alimsg.inbox.render.Templates;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.ReceivedRequest;
import io.github.alimsg.testing.SentMessage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Puts what a fake is sent into the box. */
final class Feed {
    private final FakeCloud cloud;
    private final Box box;
    private final Rendering rendering;
    private final RequestJson requestJson;
    private final Attempts attempts = new Attempts();
    private final Consumer<StoredMessage> receipts;
    private final Consumer<ReceivedRequest> requests;
    private volatile boolean open = true;

    /** Ids of the messages of a request that is not told yet: they come first. */
    private final Map<Long, List<String>> untold = new ConcurrentHashMap<>();

    /**
     * A feed that does not run yet.
     *
     * @param receipts is told of every message
     * @param requests is told of every request
     */
    Feed(
            FakeCloud cloud,
            Box box,
            Templates templates,
            Set<String> ownKeys,
            Consumer<StoredMessage> receipts,
            Consumer<ReceivedRequest> requests) {
        this.cloud = cloud;
        this.box = box;
        this.rendering = new Rendering(templates);
        this.requestJson = new RequestJson(ownKeys);
        this.receipts = receipts;
        this.requests = requests;
    }

    void start() {
        cloud.messages().onMessage(this::add);
        cloud.onRequest(this::add);
    }

    void stop() {
        open = false;
    }

    private void add(SentMessage sent) {
        if (open) {
            String product = Objects.requireNonNullElse(KnownProducts.of(sent.operation()), "");
            ObjectNode json = rendering.message(sent, product, sent.parameters());
            json.put("requestSequence", sent.requestSequence());
            StoredMessage message = box.add(json, sent);
            untold.computeIfAbsent(sent.requestSequence(), any -> new CopyOnWriteArrayList<>())
                    .add(message.id());
            receipts.accept(message);
        }
    }

    private void add(ReceivedRequest request) {
        if (!open) {
            return;
        }
        ObjectNode json = requestJson.of(request);
        ReceivedCall call = request.call();
        json.put("attempt", call == null ? 1 : attempts.count(call));
        List<String> messages = untold.remove(request.sequence());
        json.set("messages", Json.texts(messages == null ? List.of() : messages));
        Json.put(json, "ownId", call == null ? null : Attempts.ownId(call));
        box.addRequest(request.sequence(), json);
        requests.accept(request);
    }
}
