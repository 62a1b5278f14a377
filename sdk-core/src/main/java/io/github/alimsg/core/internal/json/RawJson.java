package io.github.alimsg.core.internal.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads raw JSON on demand, outside of calls: the only use of data binding. */
public final class RawJson {
    private static final class Holder {
        /** Numbers keep their digits. */
        static final ObjectMapper MAPPER = JsonMapper.builder(Json.FACTORY)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    private RawJson() {}

    /**
     * Returns a part of a JSON text.
     *
     * @return text as it is, anything else as JSON; null when there is nothing
     */
    public static @Nullable String at(byte[] json, String pointer) {
        JsonPointer compiled = JsonPointer.compile(pointer);
        JsonNode root = tree(json);
        JsonNode node = root == null ? null : root.at(compiled);
        if (node == null || node.isMissingNode() || node.isNull()) {
            return null;
        }
        return node.isTextual() ? node.textValue() : node.toString();
    }

    /** The tree of a JSON text; null when it is not JSON. */
    public static @Nullable JsonNode tree(byte[] json) {
        try {
            JsonNode node = Holder.MAPPER.readTree(json);
            return node == null || node.isMissingNode() ? null : node;
        } catch (JsonProcessingException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tree of a JSON text; null when it is not JSON. */
    public static @Nullable JsonNode tree(String json) {
        try {
            JsonNode node = Holder.MAPPER.readTree(json);
            return node == null || node.isMissingNode() ? null : node;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
