package io.github.alimsg.inbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.api.Webhooks.Arrival;
import io.github.alimsg.inbox.box.Box;
import io.github.alimsg.inbox.box.StoredDelivery;
import io.github.alimsg.inbox.box.StoredMessage;
import io.github.alimsg.inbox.json.Json;
import io.github.alimsg.receipts.DeliveryState;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeReceipt;
import io.github.alimsg.testing.SentMessage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reports what became of messages: their state here, and a receipt to the application's webhook. */
final class Receipts {
    private static final Duration LATE = Duration.ofSeconds(30);

    private final FakeCloud cloud;
    private final Box box;
    private final Webhooks webhooks;
    private final Deliveries deliveries;

    Receipts(FakeCloud cloud, Box box, Webhooks webhooks, Deliveries deliveries) {
        this.cloud = cloud;
        this.box = box;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    /** A message was sent: reports on it after a while, if it is to. */
    void sent(StoredMessage message) {
        Duration delay = webhooks.autoReceipts();
        SentMessage sent = message.sent();
        if (delay != null && sent != null) {
            boolean late = webhooks.arrival() == Arrival.LATE;
            deliveries.later(late ? delay.plus(LATE) : delay, () -> reportAll(message, sent));
        }
    }

    private void reportAll(StoredMessage message, SentMessage sent) {
        List<DeliveryState> states = new ArrayList<>(sent.states().keySet());
        if (webhooks.arrival() == Arrival.SHUFFLED) {
            Collections.shuffle(states);
        }
        for (DeliveryState state : states) {
            report(message, sent, state, null, 1);
        }
    }

    /**
     * Reports a state, now.
     *
     * @param times how often the receipt is posted
     * @return what was posted
     * @throws IllegalArgumentException when the product has no such state
     */
    List<StoredDelivery> report(
            StoredMessage message, SentMessage sent, DeliveryState state, @Nullable String errorCode, int times) {
        String product = message.text("product");
        boolean failed = state == DeliveryState.FAILED;
        String error = failed && errorCode == null ? sent.errorCode() : errorCode;
        String code = failed && error == null ? ErrorCodes.usual(product) : error;
        FakeReceipt receipt = failed && code != null
                ? cloud.receipts().report(sent, state, code)
                : cloud.receipts().report(sent, state);
        box.change(message, json -> changed(json, state, failed ? code : null));
        URI target = product == null ? null : webhooks.of(product);
        List<StoredDelivery> posted = new ArrayList<>();
        if (target != null) {
            Arrival arrival = webhooks.arrival();
            if (arrival == Arrival.LOST) {
                deliveries.lose(target, receipt, message.id());
                return posted;
            }
            for (int i = 0; i < (arrival == Arrival.TWICE ? Math.max(2, times) : times); i++) {
                posted.add(deliveries.post(target, receipt, message.id()));
            }
        }
        return posted;
    }

    private static ObjectNode changed(ObjectNode json, DeliveryState state, @Nullable String errorCode) {
        DeliveryState before = state(json.path("state").asText());
        String word = word(state);
        json.put("state", word(state.furthest(before)));
        Json.put((ObjectNode) json.get("states"), word, Instant.now());
        Json.put(json, "errorCode", errorCode);
        return json;
    }

    /** An expired message has failed. */
    private static String word(DeliveryState state) {
        return state == DeliveryState.EXPIRED ? "failed" : state.name().toLowerCase(Locale.ROOT);
    }

    /** The state of a word of openapi.json; unknown for one that was only accepted. */
    static DeliveryState state(String word) {
        return switch (word) {
            case "sent" -> DeliveryState.SENT;
            case "delivered" -> DeliveryState.DELIVERED;
            case "read" -> DeliveryState.READ;
            case "failed" -> DeliveryState.FAILED;
            default -> DeliveryState.UNKNOWN;
        };
    }
}
