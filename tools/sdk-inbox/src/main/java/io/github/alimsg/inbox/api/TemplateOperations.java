package io.github.alimsg.inbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.json.Json;
import io.github.alimsg.inbox.render.Templates;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.ReceivedRequest;
import io.github.alimsg.testing.Reply;
import org.jspecify.annotations.Nullable;

/** Takes over templates that applications create, change and delete by API, so that messages are shown with their texts. */
final class TemplateOperations {
    private final Templates templates;
    private final TemplateCalls calls;

    TemplateOperations(Templates templates, TemplateCalls calls) {
        this.templates = templates;
        this.calls = calls;
    }

    /** A request was answered. */
    void seen(ReceivedRequest request) {
        ReceivedCall call = request.call();
        Reply reply = request.reply();
        if (call == null
                || reply == null
                || !call.accepted()
                || !call.operation().endsWith("Template")) {
            return;
        }
        JsonNode answer = Json.read(reply.body());
        if (answer == null || !"OK".equals(Json.text(answer, "Code"))) {
            return;
        }
        String code = call.parameter("TemplateCode");
        switch (call.operation()) {
            case "CreateSmsTemplate", "AddSmsTemplate" -> add(sms(call, Json.text(answer, "TemplateCode")), true);
            case "UpdateSmsTemplate", "ModifySmsTemplate" -> add(sms(call, code), false);
            case "DeleteSmsTemplate" -> remove(KnownProducts.MAINLAND, code, null);
            case "CreateChatappTemplate" -> add(chat(call, Json.text(answer.path("Data"), "TemplateCode")), true);
            case "ModifyChatappTemplate" -> add(chat(call, code), false);
            case "DeleteChatappTemplate" -> remove(KnownProducts.CAMS, code, call.parameter("Language"));
            default -> {
                // it changes no text
            }
        }
    }

    private static @Nullable ObjectNode sms(ReceivedCall call, @Nullable String code) {
        String text = call.parameter("TemplateContent");
        if (code == null || text == null) {
            return null;
        }
        return Json.object()
                .put("product", KnownProducts.MAINLAND)
                .put("code", code)
                .put("text", text);
    }

    /** A template without a text of its own, such as one for codes, has none here either. */
    private static @Nullable ObjectNode chat(ReceivedCall call, @Nullable String code) {
        String list = call.parameter("Components");
        JsonNode components = list == null ? null : Json.read(list);
        if (code == null || components == null) {
            return null;
        }
        ObjectNode template = Json.object().put("product", KnownProducts.CAMS).put("code", code);
        Json.put(template, "language", call.parameter("Language"));
        for (JsonNode component : components) {
            String text = Json.text(component, "Text");
            switch (component.path("Type").asText()) {
                case "HEADER" -> Json.put(template, "header", text);
                case "BODY" -> Json.put(template, "text", text);
                case "FOOTER" -> Json.put(template, "footer", text);
                case "BUTTONS" ->
                    template.set("buttons", Json.texts(component.path("Buttons").findValuesAsText("Text")));
                default -> {
                    // cards and the like are not shown
                }
            }
        }
        return template.has("text") ? template : null;
    }

    /** @param isNew whether no message can have been sent with it yet */
    private void add(@Nullable ObjectNode template, boolean isNew) {
        if (template != null) {
            templates.add(template);
            calls.added(template, isNew);
        }
    }

    private void remove(String product, @Nullable String code, @Nullable String language) {
        if (code != null && templates.remove(product, code, language)) {
            calls.replaced();
        }
    }
}
