package io.github.alimsg.codegen.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.alimsg.codegen.input.Metadata.Directory;
import io.github.alimsg.codegen.input.Metadata.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code metadata.json}, the format the vendor publishes, and reports by name what cannot be generated. */
public final class MetadataReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final Set<String> omitted;
    private final Problems problems;
    private final SchemaReader schemas;

    /**
     * Creates a reader of one file.
     *
     * @param file its name, as it is shown to people
     * @param omitted operations that are left out
     * @param problems takes what is wrong with it
     */
    public MetadataReader(String file, Set<String> omitted, Problems problems) {
        this.file = file;
        this.omitted = omitted;
        this.problems = problems;
        this.schemas = new SchemaReader(SourcePosition.of(file), problems);
    }

    /**
     * Reads the file.
     *
     * @param json what it holds
     * @return the API it describes, as far as it could be understood
     * @throws InvalidInputException with nothing but this, when the API is of another style than RPC
     */
    public Metadata read(String json) {
        JsonNode root = root(json);
        JsonNode info = root.path("info");
        requireRpc(info.path("style").asText("RPC"));
        Map<String, Schema> components =
                schemas.components(root.path("components").path("schemas"));
        Map<String, Operation> operations = new TreeMap<>();
        Set<String> leftOut = new TreeSet<>();
        for (var api : root.path("apis").properties()) {
            if (omitted.contains(api.getKey())) {
                leftOut.add(api.getKey());
            } else {
                operations.put(api.getKey(), operation(api.getKey(), api.getValue(), components));
            }
        }
        if (operations.isEmpty()) {
            wrong(
                    leftOut.isEmpty() ? "no operation is described" : "every operation is left out",
                    "check that 'apis' has some");
        }
        return new Metadata(
                file,
                needed(info, "product"),
                needed(info, "version"),
                endpoints(root.path("endpoints")),
                components,
                Collections.unmodifiableMap(operations),
                leftOut,
                directories(root.path("directories")));
    }

    private JsonNode root(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            problems.add(new SourcePosition(file, line), "not JSON: " + e.getOriginalMessage(), "fix the syntax");
            return MAPPER.createObjectNode();
        }
    }

    /** Nothing that follows would help. */
    private void requireRpc(String style) {
        if (!style.equalsIgnoreCase("RPC")) {
            throw new InvalidInputException(
                    List.of(file + ": the API's style is " + style + "; only RPC-style products can be generated"));
        }
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

    private Operation operation(String name, JsonNode api, Map<String, Schema> components) {
        var parameters = new ParameterReader(name, schemas, components, SourcePosition.of(file), problems);
        JsonNode response = response(api.path("responses"));
        return new Operation(
                name,
                SchemaReader.text(api, "summary", "description", "title"),
                api.path("deprecated").asBoolean(),
                parameters.read(api.path("parameters")),
                response.isObject() ? schemas.read(response, false, name + ".response") : null);
    }

    private static JsonNode response(JsonNode responses) {
        for (var response : responses.properties()) {
            if (response.getKey().startsWith("2") && response.getValue().has("schema")) {
                return response.getValue().path("schema");
            }
        }
        return responses.path("default").path("schema");
    }

    /** Directories hold names of operations, and other directories, which stand for themselves here. */
    private static List<Directory> directories(JsonNode list) {
        List<Directory> directories = new ArrayList<>();
        for (JsonNode directory : list) {
            List<String> operations = new ArrayList<>();
            List<Directory> inner = new ArrayList<>();
            for (JsonNode child : directory.path("children")) {
                if (child.isTextual()) {
                    operations.add(child.asText());
                } else {
                    inner.addAll(directories(MAPPER.createArrayNode().add(child)));
                }
            }
            directories.add(new Directory(directory.path("title").asText(""), operations));
            directories.addAll(inner);
        }
        return directories;
    }

    private void wrong(String wrong, String fix) {
        problems.add(SourcePosition.of(file), wrong, fix);
    }
}
