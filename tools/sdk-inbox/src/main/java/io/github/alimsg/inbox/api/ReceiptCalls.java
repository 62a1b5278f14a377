package io.github.alimsg.inbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.box.Box;
import io.github.alimsg.inbox.box.Newest;
import io.github.alimsg.inbox.box.StoredDelivery;
import io.github.alimsg.inbox.box.StoredMessage;
import io.github.alimsg.inbox.http.Answer;
import io.github.alimsg.inbox.http.CallException;
import io.github.alimsg.inbox.http.PageCall;
import io.github.alimsg.inbox.http.Routes;
import io.github.alimsg.inbox.json.Durations;
import io.github.alimsg.inbox.json.Json;
import io.github.alimsg.receipts.DeliveryState;
import io.github.alimsg.testing.PostedReceipt;
import io.github.alimsg.testing.SentMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Receipts on demand, and what was posted. */
final class ReceiptCalls {
    private static final Duration MAX_DELAY = Duration.ofMinutes(10);
    private static final int MAX_TIMES = 3;

    private final Box box;
    private final Receipts receipts;
    private final Deliveries deliveries;

    ReceiptCalls(Box box, Receipts receipts, Deliveries deliveries) {
        this.box = box;
        this.receipts = receipts;
        this.deliveries = deliveries;
    }

    void addTo(Routes routes) {
        routes.add("POST", "/messages/{id}/receipts", this::report)
                .add("GET", "/deliveries", this::list)
                .add("POST", "/deliveries/{sequence}/redeliver", this::again);
    }

    private Answer report(PageCall call) throws IOException {
        ObjectNode body = call.body();
        StoredMessage message = box.message(call.variable());
        if (message == null) {
            throw CallException.notFound("message " + call.variable());
        }
        SentMessage sent = message.sent();
        if (sent == null) {
            throw CallException.notNow(
                    "there are receipts only for messages that were sent since the inbox was started");
        }
        DeliveryState state = Receipts.state(body.path("state").asText());
        int times = body.path("times").asInt(1);
        if (state == DeliveryState.UNKNOWN || times < 1 || times > MAX_TIMES) {
            throw CallException.wrong("state is sent, delivered, read or failed, and times is 1 to " + MAX_TIMES);
        }
        String errorCode = Json.text(body, "errorCode");
        try {
            Duration delay = Durations.parse(body.path("delay").asText("0s"), MAX_DELAY);
            if (delay.isZero()) {
                return Answer.ok(json(receipts.report(message, sent, state, errorCode, times)));
            }
            deliveries.later(delay, () -> receipts.report(message, sent, state, errorCode, times));
            return Answer.ok(json(List.of()));
        } catch (IllegalArgumentException e) {
            throw CallException.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static ObjectNode json(List<StoredDelivery> found) {
        return Json.list("deliveries", found.stream().map(StoredDelivery::json).toList());
    }

    private Answer list(PageCall call) {
        Newest<StoredDelivery> all = box.deliveries();
        int limit = (int) call.number("limit", 1, 1000, 200);
        long after = call.number("after", 0, Long.MAX_VALUE, -1);
        return Answer.ok(json(
                (after >= 0 ? all.after(after, limit, any -> true) : all.before(Long.MAX_VALUE, limit, any -> true))
                        .entries()));
    }

    private Answer again(PageCall call) {
        StoredDelivery delivery = box.deliveries().get(call.number());
        if (delivery == null) {
            throw CallException.notFound("delivery " + call.variable());
        }
        PostedReceipt posted = delivery.posted();
        if (posted == null) {
            throw CallException.notNow("it was lost on purpose; report the message's state again");
        }
        ObjectNode json = Json.object();
        json.set("delivery", deliveries.again(delivery, posted).json());
        return Answer.ok(json);
    }
}
