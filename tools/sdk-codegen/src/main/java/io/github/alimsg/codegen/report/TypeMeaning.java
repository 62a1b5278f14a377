package io.github.alimsg.codegen.report;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes types that are the same in Java the same, however the metadata spells them. */
final class TypeMeaning {
    private static final int MAX_DEPTH = 20;

    private final JsonNode schemas;
    private final boolean inRequest;

    TypeMeaning(JsonNode schemas, boolean inRequest) {
        this.schemas = schemas;
        this.inRequest = inRequest;
    }

    String of(JsonNode schema, int depth) {
        if (depth > MAX_DEPTH) {
            return "any";
        }
        String reference = schema.path("$ref").asText("");
        if (!reference.isEmpty()) {
            return of(schemas.path(reference.substring(reference.lastIndexOf('/') + 1)), depth + 1);
        }
        String type = schema.path("type").asText("");
        String format = schema.path("format").asText("");
        return switch (type) {
            case "integer" -> format.equals("int32") ? "integer of 32 bits" : "integer of 64 bits";
            case "string" -> format.equals("binary") ? "binary" : "string";
            case "array" -> list(schema, depth);
            case "object" -> object(schema, depth);
            case "" -> untyped(schema, depth);
            default -> type;
        };
    }

    private String untyped(JsonNode schema, int depth) {
        if (schema.has("properties") || schema.has("additionalProperties")) {
            return object(schema, depth);
        }
        return schema.has("items") ? list(schema, depth) : "any";
    }

    private String list(JsonNode schema, int depth) {
        return "list of " + (schema.path("items").isObject() ? of(schema.path("items"), depth + 1) : "any");
    }

    /** The service sends bare values where it declares a map of anything. */
    private String object(JsonNode schema, int depth) {
        if (!schema.path("properties").isEmpty()) {
            return "object";
        }
        JsonNode additional = schema.path("additionalProperties");
        String value = additional.isObject() ? of(additional, depth + 1) : "any";
        return value.equals("any") && !inRequest ? "any" : "map of " + value;
    }
}
