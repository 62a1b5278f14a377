package io.github.alimsg.codegen.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the shapes of values. */
final class SchemaReader {
    private final SourcePosition position;
    private final Problems problems;

    SchemaReader(SourcePosition position, Problems problems) {
        this.position = position;
        this.problems = problems;
    }

    /** The schemas that others refer to, by name. */
    Map<String, Schema> components(JsonNode components) {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        for (var component : components.properties()) {
            schemas.put(component.getKey(), read(component.getValue(), false, "schema " + component.getKey()));
        }
        return schemas;
    }

    Schema read(JsonNode node, boolean required, String where) {
        JsonNode type = node.path("type");
        JsonNode additional = node.path("additionalProperties");
        return new Schema(
                type.isTextual() ? type.asText() : guessed(node),
                node.path("format").isTextual() ? node.path("format").asText() : null,
                reference(node),
                properties(node, where),
                node.path("items").isObject() ? read(node.path("items"), false, where) : null,
                additional.isObject()
                        ? read(additional, false, where)
                        : additional.isBoolean() && additional.asBoolean() ? Schema.ANY : null,
                required
                        || node.path("required").isBoolean()
                                && node.path("required").asBoolean(),
                node.path("deprecated").asBoolean(),
                text(node, "description", "title"));
    }

    private Map<String, Schema> properties(JsonNode node, String where) {
        Set<String> required = new HashSet<>();
        if (node.path("required").isArray()) {
            node.path("required").forEach(name -> required.add(name.asText()));
        }
        Map<String, Schema> properties = new LinkedHashMap<>();
        for (var property : node.path("properties").properties()) {
            String name = property.getKey();
            if (name.isEmpty()) {
                problems.warn(position, where + " has a member without a name, which is left out");
            } else {
                properties.put(name, read(property.getValue(), required.contains(name), where + "." + name));
            }
        }
        return properties;
    }

    private static String guessed(JsonNode node) {
        if (node.has("properties") || node.has("additionalProperties")) {
            return "object";
        }
        return node.has("items") ? "array" : "any";
    }

    private static @Nullable String reference(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.isEmpty() ? null : reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** The first of some texts that says something; null when none does. */
    static @Nullable String text(JsonNode node, String... names) {
        for (String name : names) {
            String text = node.path(name).asText("");
            if (!text.isBlank()) {
                return text;
            }
        }
        return null;
    }
}
