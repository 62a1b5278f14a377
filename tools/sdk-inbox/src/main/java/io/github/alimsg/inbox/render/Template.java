package io.github.alimsg.inbox.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.core.template.TemplateText;
import io.github.alimsg.inbox.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A template whose text somebody gave. Immutable. */
final class Template {
    private static final String CHAT = "cams";

    private final ObjectNode json;
    private final String opening;
    private final String closing;
    private final Set<String> variables;

    private Template(ObjectNode json, boolean chat) {
        this.json = json;
        this.opening = chat ? "$(" : "${";
        this.closing = chat ? ")" : "}";
        this.variables = variables();
    }

    /** Reads the Template of openapi.json. @throws IllegalArgumentException when something is missing */
    static Template of(JsonNode json) {
        String product = Json.text(json, "product");
        if (!CHAT.equals(product) && !"sms-mainland".equals(product)) {
            throw new IllegalArgumentException("a template has product cams or sms-mainland, not " + product);
        }
        for (String field : List.of("code", "text")) {
            if (Json.text(json, field) == null) {
                throw new IllegalArgumentException("a template has a " + field);
            }
        }
        return new Template(((ObjectNode) json).deepCopy(), CHAT.equals(product));
    }

    ObjectNode json() {
        return json;
    }

    /** What messages with it are found by; those of a chat template without a language are found in all of them. */
    String key() {
        return key(json.path("product").asText(), json.path("code").asText(), Json.text(json, "language"));
    }

    static String key(String product, String code, @Nullable String language) {
        return product + "\n" + code + "\n" + (language == null ? "" : language);
    }

    private Set<String> variables() {
        Set<String> all = new LinkedHashSet<>();
        for (String field : List.of("header", "text", "footer")) {
            all.addAll(read(json.path(field).asText("")).variables());
        }
        json.path("buttons").forEach(button -> all.addAll(read(button.asText()).variables()));
        return all;
    }

    private TemplateText read(String text) {
        return TemplateText.of(text, opening, closing);
    }

    private String filled(String text, Map<String, String> values) {
        TemplateText template = read(text);
        Map<String, String> all = new HashMap<>(values);
        for (String name : template.variables()) {
            all.putIfAbsent(name, opening + name + closing);
        }
        return template.render(all);
    }

    /** Says in a Message what its recipient reads. A variable without a value stays as it is. */
    void render(ObjectNode message, Map<String, String> values) {
        String body = filled(json.path("text").asText(), values);
        message.put("text", body);
        List<String> missing = new ArrayList<>(variables);
        missing.removeAll(values.keySet());
        Set<String> superfluous = new TreeSet<>(values.keySet());
        superfluous.removeAll(variables);
        message.set("missing", Json.texts(missing));
        message.set("superfluous", Json.texts(superfluous));
        Json.put(message, "signName", Json.text(message, "signName") == null ? Json.text(json, "signName") : null);
        if (opening.equals("$(")) {
            message.set("parts", parts(body, values));
        }
    }

    private ObjectNode parts(String body, Map<String, String> values) {
        ObjectNode parts = Json.object();
        String header = Json.text(json, "header");
        if (header != null) {
            parts.putObject("header").put("type", "text").put("text", filled(header, values));
        }
        parts.put("body", body);
        String footer = Json.text(json, "footer");
        Json.put(parts, "footer", footer == null ? null : filled(footer, values));
        if (json.path("buttons").size() > 0) {
            ArrayNode buttons = parts.putArray("buttons");
            json.path("buttons").forEach(button -> {
                String label = filled(button.asText(), values);
                buttons.add(ChatContent.button("QUICK_REPLY", label, label, null));
            });
        }
        return parts;
    }
}
