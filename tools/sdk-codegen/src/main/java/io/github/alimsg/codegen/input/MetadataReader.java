package io.github.alimsg.codegen.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.alimsg.codegen.input.Metadata.Operation;
import io.github.alimsg.codegen.input.Metadata.Parameter;
import io.github.alimsg.codegen.input.Metadata.Style;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code metadata.json}, the format the vendor publishes, and reports by name what cannot be generated. */
public final class MetadataReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String TAKE_OUT = "remove the operation from the file, or extend the generator";

    private final String file;
    private final Problems problems;

    /**
     * Creates a reader of one file.
     *
     * @param file its name in messages
     * @param problems collects what is wrong with it
     */
    public MetadataReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads the file.
     *
     * @param json its content
     * @return the API it describes, without what could not be understood
     */
    public Metadata read(String json) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            problems.add(new SourcePosition(file, line), "not JSON: " + e.getOriginalMessage(), "fix the syntax");
            root = MAPPER.createObjectNode();
        }
        JsonNode info = root.path("info");
        if (!info.path("style").asText("RPC").equalsIgnoreCase("RPC")) {
            wrong("the API's style is " + info.path("style").asText(), "only RPC-style products can be generated");
        }
        Map<String, Operation> operations = new TreeMap<>();
        for (var api : members(root.path("apis"))) {
            operations.put(api.getKey(), operation(api.getKey(), api.getValue()));
        }
        if (operations.isEmpty()) {
            wrong("no operation is described", "check that 'apis' has some");
        }
        return new Metadata(
                file,
                needed(info, "product"),
                needed(info, "version"),
                endpoints(root.path("endpoints")),
                schemas(root.path("components").path("schemas")),
                Collections.unmodifiableMap(operations));
    }

    private String needed(JsonNode info, String name) {
        String value = info.path(name).asText("");
        if (value.isEmpty()) {
            wrong("'info' has no '" + name + "'", "add it");
        }
        return value;
    }

    private static Map<String, String> endpoints(JsonNode list) {
        Map<String, String> endpoints = new TreeMap<>();
        for (JsonNode endpoint : list) {
            String host = endpoint.path("endpoint").asText("");
            if (!host.isEmpty()) {
                endpoints.put(endpoint.path("regionId").asText(), host);
            }
        }
        return endpoints;
    }

    private Map<String, Schema> schemas(JsonNode components) {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        for (var component : members(components)) {
            schemas.put(component.getKey(), schema(component.getValue(), false, "schema " + component.getKey()));
        }
        return schemas;
    }

    private Operation operation(String name, JsonNode api) {
        List<Parameter> parameters = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : api.path("parameters")) {
            Parameter parameter = parameter(name, node);
            if (parameter == null) {
                continue;
            }
            if (!names.add(parameter.name())) {
                wrong(name + " has two parameters " + parameter.name(), "keep one of them");
                continue;
            }
            parameters.add(parameter);
        }
        JsonNode response = response(api.path("responses"));
        return new Operation(
                name,
                api.path("deprecated").asBoolean(),
                parameters,
                response.isObject() ? schema(response, false, name + ".response") : null);
    }

    private static JsonNode response(JsonNode responses) {
        for (var response : members(responses)) {
            if (response.getKey().startsWith("2")) {
                return response.getValue().path("schema");
            }
        }
        return responses.path("default").path("schema");
    }

    private @Nullable Parameter parameter(String operation, JsonNode node) {
        String name = node.path("name").asText("");
        String where = operation + ".request." + name;
        String in = node.path("in").asText("query");
        if (name.isEmpty()) {
            wrong(operation + " has a parameter without a name", "name it");
            return null;
        }
        if (!in.equals("query") && !in.equals("formData")) {
            wrong(where + " is sent in '" + in + "'", "only query and formData can be generated: " + TAKE_OUT);
            return null;
        }
        Schema schema = schema(node.path("schema"), node.path("required").asBoolean(), where);
        return new Parameter(name, in.equals("formData"), style(where, node), schema);
    }

    private Style style(String where, JsonNode parameter) {
        String style = parameter.path("style").asText("");
        return switch (style) {
            case "json" -> Style.JSON;
            case "", "flat", "repeatList" -> Style.FLAT;
            default -> {
                wrong(where + " has style '" + style + "'", "known are json, repeatList and flat: " + TAKE_OUT);
                yield Style.FLAT;
            }
        };
    }

    private Schema schema(JsonNode node, boolean required, String where) {
        String reference = reference(node);
        JsonNode type = node.path("type");
        Set<String> requiredNames = new HashSet<>();
        if (node.path("required").isArray()) {
            node.path("required").forEach(name -> requiredNames.add(name.asText()));
        }
        Map<String, Schema> properties = new LinkedHashMap<>();
        for (var property : members(node.path("properties"))) {
            String name = property.getKey();
            if (name.isEmpty()) {
                wrong(where + " has a member without a name", "name it");
                continue;
            }
            properties.put(name, schema(property.getValue(), requiredNames.contains(name), where + "." + name));
        }
        JsonNode additional = node.path("additionalProperties");
        return new Schema(
                type.isTextual() ? type.asText() : guessed(node),
                node.path("format").isTextual() ? node.path("format").asText() : null,
                reference,
                properties,
                node.path("items").isObject() ? schema(node.path("items"), false, where) : null,
                additional.isObject()
                        ? schema(additional, false, where)
                        : additional.isBoolean() && additional.asBoolean() ? Schema.ANY : null,
                required
                        || node.path("required").isBoolean()
                                && node.path("required").asBoolean(),
                node.path("deprecated").asBoolean());
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

    private void wrong(String wrong, String fix) {
        problems.add(SourcePosition.of(file), wrong, fix);
    }

    private static Iterable<Map.Entry<String, JsonNode>> members(JsonNode node) {
        Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator();
        return () -> members;
    }
}
