package io.github.alimsg.inbox.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.dysms.SmsLength;
import io.github.alimsg.inbox.json.Json;
import io.github.alimsg.testing.SentMessage;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the Message of openapi.json of a message that was sent. */
public final class Rendering {
    private final Templates templates;

    public Rendering(Templates templates) {
        this.templates = templates;
    }

    /**
     * Renders a message.
     *
     * @param product the product whose operation sent it
     * @param parameters the parameters of its call
     */
    public ObjectNode message(SentMessage sent, String product, Map<String, String> parameters) {
        String channel = sent.channel() == null || sent.channel().isEmpty() ? "SMS" : sent.channel();
        ObjectNode json = Json.object()
                .put("id", sent.id() == null ? "" : sent.id())
                .put("operation", sent.operation())
                .put("product", product)
                .put("channel", channel.toLowerCase(Locale.ROOT))
                .put("direction", "out")
                .put("number", sent.to())
                .put("to", sent.to());
        Json.put(json, "at", sent.at());
        Json.put(json, "serviceId", sent.id());
        Json.put(json, "requestId", sent.requestId());
        Json.put(json, "sender", sent.sender());
        Json.put(json, "signName", channel.equals("SMS") ? signName(sent, parameters) : null);
        Json.put(json, "ownId", sent.ownId() == null || sent.ownId().isEmpty() ? null : sent.ownId());
        Json.put(json, "template", sent.template());
        Json.put(json, "language", sent.template() == null ? null : parameters.get("Language"));
        json.set("values", Json.texts(sent.values()));
        json.put("state", "accepted").putObject("states");
        if (sent.template() == null && sent.text() != null) {
            content(json, channel, parameters.getOrDefault("MessageType", "text"), sent.text());
        }
        return text(json);
    }

    private static @Nullable String signName(SentMessage sent, Map<String, String> parameters) {
        String name = parameters.get("SignName");
        return name != null || !sent.operation().startsWith("SendBatchSms") ? name : sent.sender();
    }

    private static void content(ObjectNode json, String channel, String type, String text) {
        if (channel.equals("SMS")) {
            json.put("text", text);
            return;
        }
        ObjectNode parts = ChatContent.parts(type, text);
        json.set("parts", parts);
        String body = Json.text(parts, "body");
        Json.put(json, "text", body == null ? Json.text(parts.path("media"), "caption") : body);
    }

    /** Renders a message's template anew, and what depends on its text. @return the same object */
    public ObjectNode text(ObjectNode json) {
        json.set("missing", Json.array());
        json.set("superfluous", Json.array());
        Map<String, String> values = new HashMap<>();
        json.path("values")
                .properties()
                .forEach(value -> values.put(value.getKey(), value.getValue().asText()));
        String code = Json.text(json, "template");
        if (code != null) {
            json.remove("text");
            json.remove("parts");
            String product = json.path("channel").asText().equals("sms") ? "sms-mainland" : "cams";
            Template template = templates.find(product, code, Json.text(json, "language"));
            if (template != null) {
                template.render(json, values);
            }
        }
        String text = Json.text(json, "text");
        json.remove("segments");
        if (text != null && "sms".equals(Json.text(json, "channel"))) {
            json.set("segments", segments(json, text));
        }
        json.remove("otp");
        Json.put(json, "otp", OneTimeCode.in(text, values));
        return json;
    }

    private static ObjectNode segments(ObjectNode json, String text) {
        String signName = Json.text(json, "signName");
        SmsLength length = "sms-mainland".equals(Json.text(json, "product"))
                ? SmsLength.mainland(Objects.requireNonNullElse(signName, ""), text)
                : SmsLength.international(signName == null ? text : "[" + signName + "]" + text);
        return Json.object()
                .put("count", length.segments())
                .put("encoding", length.encoding() == SmsLength.Encoding.GSM_7 ? "GSM-7" : "UCS-2")
                .put("length", length.characters());
    }
}
