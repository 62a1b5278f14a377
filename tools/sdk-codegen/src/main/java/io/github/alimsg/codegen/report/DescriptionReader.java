package io.github.alimsg.codegen.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.alimsg.codegen.report.Description.Field;
import io.github.alimsg.codegen.report.Description.Operation;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a metadata file for comparison. It does not share the generator's reader, which keeps only what can be
 * generated: a report must also show the rest.
 */
final class DescriptionReader {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int MAX_REFERENCES = 20;

    private final JsonNode schemas;
    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, Field> fields = new LinkedHashMap<>();

    private DescriptionReader(JsonNode schemas) {
        this.schemas = schemas;
    }

    /**
     * Reads a file.
     *
     * @param file its name in messages
     * @param json its content
     * @return the description
     * @throws IOException when it is not JSON, or describes no operation
     */
    static Description read(String file, String json) throws IOException {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new IOException(file + ":" + line + ": not JSON: " + e.getOriginalMessage());
        }
        String style = root.path("info").path("style").asText("RPC");
        if (!style.equalsIgnoreCase("RPC")) {
            throw new IOException(
                    file + ": the API's style is " + style + "; only RPC-style products can be generated");
        }
        JsonNode apis = root.path("apis");
        if (!apis.isObject() || apis.isEmpty()) {
            throw new IOException(file + ": describes no operation; a file of the vendor has them under 'apis'");
        }
        JsonNode schemas = root.path("components").path("schemas");
        Map<String, Operation> operations = new TreeMap<>();
        for (var api : apis.properties()) {
            operations.put(api.getKey(), new DescriptionReader(schemas).operation(api.getValue()));
        }
        JsonNode info = root.path("info");
        return new Description(
                info.path("product").asText(""),
                info.path("version").asText(""),
                endpoints(root.path("endpoints")),
                operations);
    }

    private static Map<String, String> endpoints(JsonNode list) {
        Map<String, String> endpoints = new TreeMap<>();
        for (JsonNode endpoint : list) {
            endpoints.put(
                    endpoint.path("regionId").asText(""),
                    endpoint.path("endpoint").asText(""));
        }
        return endpoints;
    }

    private Operation operation(JsonNode api) {
        for (JsonNode parameter : api.path("parameters")) {
            String path = "request." + parameter.path("name").asText("");
            JsonNode schema = parameter.path("schema");
            add(
                    path,
                    schema,
                    parameter.path("in").asText("query"),
                    parameter.path("style").asText(""),
                    isTrue(parameter, "required") || isTrue(schema, "required"));
        }
        members("response", response(api.path("responses")));
        return new Operation(isTrue(api, "deprecated"), fields);
    }

    private static JsonNode response(JsonNode responses) {
        for (var response : responses.properties()) {
            if (response.getKey().startsWith("2") && response.getValue().has("schema")) {
                return response.getValue().path("schema");
            }
        }
        return responses.path("default").path("schema");
    }

    private void add(String path, JsonNode schema, String place, String style, boolean required) {
        JsonNode target = resolved(schema);
        List<String> values = new ArrayList<>();
        target.path("enum").forEach(value -> values.add(value.asText()));
        boolean inRequest = path.startsWith("request.");
        Field twin = fields.get(path);
        fields.put(
                path,
                new Field(
                        type(schema, 0),
                        new TypeMeaning(schemas, inRequest).of(schema, 0),
                        place,
                        style,
                        inRequest && (required || twin != null && twin.required()),
                        isTrue(schema, "deprecated") || isTrue(target, "deprecated"),
                        String.join(" | ", values),
                        target.path("default").asText("")));
        members(path, schema);
    }

    /** Lists and maps are transparent, as in selectors. A schema that contains itself is followed once. */
    private void members(String path, JsonNode schema) {
        String reference = reference(schema);
        if (!reference.isEmpty()) {
            if (!open.contains(reference)) {
                open.push(reference);
                members(path, schemas.path(reference));
                open.pop();
            }
        } else if (schema.path("properties").isObject()) {
            List<String> required = new ArrayList<>();
            schema.path("required").forEach(name -> required.add(name.asText()));
            for (var member : schema.path("properties").properties()) {
                boolean needed = required.contains(member.getKey()) || isTrue(member.getValue(), "required");
                add(path + "." + member.getKey(), member.getValue(), "", "", needed);
            }
        } else if (schema.path("items").isObject()) {
            members(path, schema.path("items"));
        } else if (schema.path("additionalProperties").isObject()) {
            members(path, schema.path("additionalProperties"));
        }
    }

    private String type(JsonNode schema, int depth) {
        JsonNode target = resolved(schema);
        String type = target.path("type").asText(target.has("properties") ? "object" : "any");
        JsonNode items = target.path("items");
        JsonNode additional = target.path("additionalProperties");
        if (depth < MAX_REFERENCES && type.equals("array") && items.isObject()) {
            return "list of " + type(items, depth + 1);
        }
        if (depth < MAX_REFERENCES && !target.has("properties") && additional.isObject()) {
            return "map of " + type(additional, depth + 1);
        }
        String format = target.path("format").asText("");
        return format.isEmpty() ? type : type + " " + format;
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode target = schema;
        for (int depth = 0; depth < MAX_REFERENCES && !reference(target).isEmpty(); depth++) {
            target = schemas.path(reference(target));
        }
        return target;
    }

    private static String reference(JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static boolean isTrue(JsonNode node, String name) {
        return node.path(name).isBoolean() && node.path(name).asBoolean();
    }
}
