package io.github.alimsg.inbox.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.json.Json;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The content of a chat message, as its parts on a phone. */
final class ChatContent {
    private static final Set<String> MEDIA = Set.of("image", "video", "audio", "document", "sticker");

    private ChatContent() {}

    /**
     * Reads a content.
     *
     * @param type the parameter {@code MessageType}
     * @param content the parameter {@code Content}
     * @return the Parts of openapi.json; what the content has beyond them is in the request
     */
    static ObjectNode parts(String type, String content) {
        ObjectNode parts = Json.object();
        if (!(Json.read(content) instanceof ObjectNode object)) {
            return parts.put("body", content);
        }
        String kind = type.toLowerCase(Locale.ROOT);
        if (kind.equals("interactive")
                || object.has("action") && object.path("action").isObject()) {
            interactive(object, parts);
        } else if (kind.equals("location")) {
            parts.set("location", location(object));
        } else {
            plain(kind, object, parts);
        }
        return parts;
    }

    /** Texts and media, with the captions and the button that some channels have. */
    private static void plain(String kind, ObjectNode content, ObjectNode parts) {
        Json.put(parts, "body", Json.text(content, "text"));
        String link = Json.text(content, "link");
        if (link != null || MEDIA.contains(kind)) {
            ObjectNode media = parts.putObject("media").put("type", MEDIA.contains(kind) ? kind : mediaIn(kind));
            Json.put(media, "link", link);
            Json.put(media, "name", Json.text(content, "fileName"));
            if (!content.has("action")) {
                Json.put(media, "caption", Json.text(content, "caption"));
            }
        }
        String action = Json.text(content, "action");
        if (action != null) {
            String label = Json.text(content, "caption");
            parts.putArray("buttons").add(button("URL", label == null ? action : label, null, action));
        }
    }

    private static String mediaIn(String kind) {
        return kind.contains("video") ? "video" : "image";
    }

    private static void interactive(ObjectNode content, ObjectNode parts) {
        JsonNode header = content.path("header");
        if (header.isObject()) {
            parts.set("header", header(header));
        }
        Json.put(parts, "body", Json.text(content.path("body"), "text"));
        Json.put(parts, "footer", Json.text(content.path("footer"), "text"));
        JsonNode action = content.path("action");
        ArrayNode buttons = Json.array();
        for (JsonNode one : action.path("buttons")) {
            JsonNode reply = one.path("reply");
            buttons.add(button("QUICK_REPLY", reply.path("title").asText(), Json.text(reply, "id"), null));
        }
        JsonNode parameters = action.path("parameters");
        switch (content.path("type").asText()) {
            case "list" -> parts.set("list", list(action));
            case "cta_url" ->
                buttons.add(
                        button("URL", parameters.path("display_text").asText(), null, Json.text(parameters, "url")));
            case "flow" -> buttons.add(button("FLOW", flowLabel(parameters), null, null));
            case "location_request_message" -> buttons.add(button("LOCATION_REQUEST", "Send location", null, null));
            case "product" ->
                buttons.add(button("PRODUCT", action.path("product_retailer_id").asText(), null, null));
            case "product_list" -> buttons.add(button("PRODUCT_LIST", "View items", null, null));
            case "catalog_message" -> buttons.add(button("CATALOG", "View catalog", null, null));
            default -> {}
        }
        if (!buttons.isEmpty()) {
            parts.set("buttons", buttons);
        }
    }

    private static String flowLabel(JsonNode parameters) {
        String label = Json.text(parameters, "flow_cta");
        return label == null ? "Open" : label;
    }

    static ObjectNode button(String type, String text, @Nullable String payload, @Nullable String value) {
        ObjectNode button = Json.object().put("type", type).put("text", text);
        Json.put(button, "payload", payload);
        Json.put(button, "value", value);
        return button;
    }

    private static ObjectNode header(JsonNode header) {
        String type = header.path("type").asText("text");
        ObjectNode part = Json.object().put("type", type);
        Json.put(part, "text", Json.text(header, "text"));
        Json.put(part, "link", Json.text(header.path(type), "link"));
        return part;
    }

    private static ObjectNode list(JsonNode action) {
        ObjectNode list = Json.object();
        Json.put(list, "button", Json.text(action, "button"));
        ArrayNode sections = list.putArray("sections");
        for (JsonNode one : action.path("sections")) {
            ObjectNode section = sections.addObject();
            Json.put(section, "title", Json.text(one, "title"));
            ArrayNode rows = section.putArray("rows");
            for (JsonNode row : one.path("rows")) {
                ObjectNode copy = rows.addObject()
                        .put("id", row.path("id").asText())
                        .put("title", row.path("title").asText());
                Json.put(copy, "description", Json.text(row, "description"));
            }
        }
        return list;
    }

    /** The service takes degrees as numbers and as texts. */
    static ObjectNode location(JsonNode place) {
        ObjectNode location = Json.object()
                .put("latitude", place.path("latitude").asDouble())
                .put("longitude", place.path("longitude").asDouble());
        Json.put(location, "name", Json.text(place, "name"));
        Json.put(location, "address", Json.text(place, "address"));
        return location;
    }
}
