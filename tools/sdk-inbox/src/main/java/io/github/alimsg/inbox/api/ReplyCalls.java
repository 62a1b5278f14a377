package io.github.alimsg.inbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.box.Box;
import io.github.alimsg.inbox.box.Search;
import io.github.alimsg.inbox.box.StoredDelivery;
import io.github.alimsg.inbox.box.StoredMessage;
import io.github.alimsg.inbox.http.Answer;
import io.github.alimsg.inbox.http.CallException;
import io.github.alimsg.inbox.http.PageCall;
import io.github.alimsg.inbox.http.Routes;
import io.github.alimsg.inbox.json.Json;
import io.github.alimsg.testing.FakeReceipt;
import io.github.alimsg.testing.FakeReceipts;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What recipients write back. */
final class ReplyCalls {
    private static final String SMS = "sms";

    private final Box box;
    private final FakeReceipts receipts;
    private final Webhooks webhooks;
    private final Deliveries deliveries;

    ReplyCalls(Box box, FakeReceipts receipts, Webhooks webhooks, Deliveries deliveries) {
        this.box = box;
        this.receipts = receipts;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    void addTo(Routes routes) {
        routes.add("POST", "/replies", this::reply);
    }

    private Answer reply(PageCall call) throws IOException {
        ObjectNode body = call.body();
        String from = Json.text(body, "from");
        if (from == null || from.isEmpty()) {
            throw CallException.wrong("from is missing: the number or account that writes");
        }
        StoredMessage answered = answered(body, from);
        String channel = Json.text(body, "channel");
        if (channel == null) {
            channel = answered == null ? SMS : Objects.requireNonNullElse(answered.text("channel"), SMS);
        }
        boolean sms = channel.equals(SMS);
        if (sms && answered != null && KnownProducts.INTERNATIONAL.equals(answered.text("product"))) {
            throw CallException.notNow("there are no replies to international text messages");
        }
        URI target = webhooks.of(sms ? KnownProducts.MAINLAND : KnownProducts.CAMS);
        if (target == null) {
            throw CallException.notNow(
                    "there is no webhook for replies on this channel; set one, or start with --webhook");
        }
        String to = Json.text(body, "to");
        if (to == null) {
            String sender = answered == null ? null : answered.text("sender");
            to = sender == null ? "" : sender;
        }
        ObjectNode message = message(from, to, channel, sms, answered);
        FakeReceipt receipt = sms ? text(body, message, from) : chat(body, message, from, to, answered);
        StoredMessage stored = box.add(message, null);
        StoredDelivery delivery = deliveries.post(target, receipt, stored.id());
        ObjectNode json = Json.object();
        json.set("delivery", delivery.json());
        return Answer.ok(json);
    }

    /** The message that is answered: the one that was named, or the newest to who writes. */
    private @Nullable StoredMessage answered(JsonNode body, String from) {
        String id = Json.text(body, "inReplyTo");
        if (id != null) {
            StoredMessage message = box.message(id);
            if (message == null) {
                throw CallException.notFound("message " + id);
            }
            return message;
        }
        String digits = Search.number(from);
        List<StoredMessage> newest = box.messages()
                .before(
                        Long.MAX_VALUE,
                        1,
                        Search.all()
                                .where(message ->
                                        !message.path("direction").asText().equals("in"))
                                .where(message -> Search.number(
                                                message.path("to").asText())
                                        .endsWith(digits)))
                .entries();
        return newest.isEmpty() ? null : newest.get(0);
    }

    private static ObjectNode message(
            String from, String to, String channel, boolean sms, @Nullable StoredMessage answered) {
        String number = answered == null ? from : Objects.requireNonNullElse(answered.text("number"), from);
        ObjectNode json = Json.object()
                .put("id", "")
                .put("operation", "")
                .put("product", sms ? KnownProducts.MAINLAND : KnownProducts.CAMS)
                .put("channel", channel)
                .put("direction", "in")
                .put("number", number)
                .put("sender", number)
                .put("to", to)
                .put("state", "accepted");
        Json.put(json, "at", Instant.now());
        json.putObject("values");
        json.putObject("states");
        json.putArray("missing");
        json.putArray("superfluous");
        Json.put(json, "inReplyTo", answered == null ? null : answered.id());
        return json;
    }

    private FakeReceipt text(JsonNode body, ObjectNode message, String from) {
        String text = Json.text(body, "text");
        if (text == null) {
            throw CallException.wrong("text is missing; a text message has nothing else");
        }
        message.put("text", text);
        return receipts.smsText(from, text);
    }

    private FakeReceipt chat(
            JsonNode body, ObjectNode message, String from, String to, @Nullable StoredMessage answered) {
        JsonNode location = body.path("location");
        String picture = Json.text(body, "picture");
        String text = Json.text(body, "text");
        String button = Json.text(body, "button");
        if (button != null) {
            return button(button, message, from, to, answered);
        } else if (location.isObject()) {
            ObjectNode place = message.putObject("parts").putObject("location");
            place.setAll((ObjectNode) location);
            return receipts.chatLocation(
                    from,
                    to,
                    location.path("latitude").asDouble(),
                    location.path("longitude").asDouble(),
                    Json.text(location, "name"),
                    Json.text(location, "address"));
        } else if (picture != null) {
            message.putObject("parts").putObject("media").put("type", "image").put("link", picture);
            Json.put(message, "text", text);
            return receipts.chatFile(from, to, "IMAGE", picture, text);
        } else if (text != null) {
            message.put("text", text);
            return receipts.chatText(from, to, text);
        }
        throw CallException.wrong("one of text, button, location and picture is needed");
    }

    private FakeReceipt button(
            String wanted, ObjectNode message, String from, String to, @Nullable StoredMessage answered) {
        JsonNode parts = answered == null ? Json.object() : answered.json().path("parts");
        for (JsonNode button : parts.path("buttons")) {
            String label = button.path("text").asText();
            String payload = Json.text(button, "payload");
            if (wanted.equals(payload) || wanted.equals(label)) {
                message.put("text", label).put("button", label);
                return receipts.chatButton(from, to, label, payload);
            }
        }
        for (JsonNode section : parts.path("list").path("sections")) {
            for (JsonNode row : section.path("rows")) {
                String id = row.path("id").asText();
                String title = row.path("title").asText();
                if (wanted.equals(id) || wanted.equals(title)) {
                    message.put("text", title).put("button", title);
                    return receipts.chatListRow(from, to, id, title, Json.text(row, "description"));
                }
            }
        }
        throw CallException.wrong(
                "the message has no button " + wanted + "; give inReplyTo, and payload or text of it");
    }
}
