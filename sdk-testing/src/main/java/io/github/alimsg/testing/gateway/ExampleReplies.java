package io.github.alimsg.testing.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.Product;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Builds answers from the examples in a product's metadata: every field that the response declares, with its own
 * example, or a plain value of its type where it has none. Codes say success, whatever the example says.
 */
final class ExampleReplies {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 12;

    private final Product product;
    private final Map<String, ObjectNode> templates = new ConcurrentHashMap<>();
    private @Nullable JsonNode metadata;

    ExampleReplies(Product product) {
        this.product = product;
    }

    /** A fresh answer of an operation. */
    ObjectNode of(Operation<?, ?> operation, String requestId) {
        ObjectNode answer = templates
                .computeIfAbsent(operation.name(), name -> template(operation))
                .deepCopy();
        answer.put(nameOf(answer, "RequestId"), requestId);
        return answer;
    }

    private ObjectNode template(Operation<?, ?> operation) {
        JsonNode schema = metadata()
                .path("apis")
                .path(operation.name())
                .path("responses")
                .path("200")
                .path("schema");
        ObjectNode answer = value(schema, 0) instanceof ObjectNode object ? object : NODES.objectNode();
        String codeField = operation.successRule().codeField();
        succeed(
                answer,
                codeField == null ? nameOf(answer, "Code") : codeField,
                operation.successRule().messageField());
        if (codeField != null && !answer.has(codeField)) {
            answer.put(codeField, "OK");
        }
        return answer;
    }

    /** Turns the codes of an envelope, and of envelopes inside it, to success. */
    private static void succeed(ObjectNode envelope, String codeField, String messageField) {
        JsonNode code = envelope.get(codeField);
        if (code != null) {
            envelope.set(codeField, code.isNumber() ? NODES.numberNode(200) : NODES.textNode("OK"));
        }
        if (envelope.path(messageField).isTextual()) {
            envelope.put(messageField, "OK");
        }
        String success = nameOf(envelope, "Success");
        JsonNode flag = envelope.get(success);
        if (flag != null) {
            envelope.set(success, flag.isBoolean() ? NODES.booleanNode(true) : NODES.textNode("true"));
        }
        for (JsonNode inner : envelope) {
            if (inner instanceof ObjectNode object && object.has("Code") && object.has("Success")) {
                succeed(object, "Code", "Message");
            }
        }
    }

    /** The field's name as this object spells it, whatever its case. */
    private static String nameOf(ObjectNode object, String field) {
        for (var entry : object.properties()) {
            if (entry.getKey().equalsIgnoreCase(field)) {
                return entry.getKey();
            }
        }
        return field;
    }

    private synchronized JsonNode metadata() {
        JsonNode read = metadata;
        if (read == null) {
            try (InputStream in = product.metadata()) {
                read = JSON.readTree(in);
            } catch (IOException e) {
                throw new UncheckedIOException("the metadata of " + product + " cannot be read", e);
            }
            metadata = read;
        }
        return read;
    }

    private JsonNode value(JsonNode declared, int depth) {
        JsonNode schema = resolved(declared);
        JsonNode example = schema.get("example");
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, example, depth);
            case "array" -> array(schema, depth);
            case "boolean" ->
                NODES.booleanNode(example != null && example.asText().equalsIgnoreCase("true"));
            case "integer" -> NODES.numberNode(number(example).toBigInteger());
            case "number" -> NODES.numberNode(number(example));
            default -> NODES.textNode(text(example));
        };
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.startsWith("#/") ? metadata().at(reference.substring(1)) : schema;
    }

    private JsonNode object(JsonNode schema, @Nullable JsonNode example, int depth) {
        ObjectNode object = NODES.objectNode();
        if (depth > MAX_DEPTH) {
            return object;
        }
        for (var property : schema.path("properties").properties()) {
            object.set(property.getKey(), value(property.getValue(), depth + 1));
        }
        if (!object.isEmpty()) {
            return object;
        }
        JsonNode parsed = parsedObject(example);
        if (parsed != null) {
            return parsed;
        }
        JsonNode values = resolved(schema.path("additionalProperties"));
        if (values.has("type") && !values.path("type").asText().equals("any")) {
            object.set("key", value(values, depth + 1));
        }
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        var array = NODES.arrayNode();
        return depth > MAX_DEPTH || !schema.has("items") ? array : array.add(value(schema.path("items"), depth + 1));
    }

    private static @Nullable JsonNode parsedObject(@Nullable JsonNode example) {
        if (example == null || example.isObject()) {
            return example;
        }
        try {
            JsonNode parsed = JSON.readTree(example.asText());
            return parsed.isObject() ? parsed : null;
        } catch (JsonProcessingException proseInsteadOfJson) {
            return null;
        }
    }

    private static BigDecimal number(@Nullable JsonNode example) {
        try {
            return example == null
                    ? BigDecimal.ZERO
                    : new BigDecimal(example.asText().strip());
        } catch (NumberFormatException proseInsteadOfNumber) {
            return BigDecimal.ZERO;
        }
    }

    private static String text(@Nullable JsonNode example) {
        if (example == null) {
            return "example";
        }
        String text = example.isValueNode() ? example.asText() : example.toString();
        // Documentation masks digits; where nothing but digits is left, a client may rightly expect a number.
        boolean isMasked = !text.isEmpty() && text.chars().allMatch(c -> c == '*' || c >= '0' && c <= '9');
        return isMasked && text.chars().anyMatch(c -> c != '*') ? text.replace('*', '0') : text;
    }
}
