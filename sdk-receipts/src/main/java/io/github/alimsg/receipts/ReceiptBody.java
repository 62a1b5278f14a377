package io.github.alimsg.receipts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Splits a posted body into its items: a list of receipts or a single one, in UTF-8 with or without a byte order mark,
 * plain, inside a JSON text, or in Base64 as queues carry it. A comma after the last field is accepted, since the
 * vendor's samples have it. The number of bytes, the depth of the JSON and the depth of text within text are limited.
 */
final class ReceiptBody {
    /**
     * Larger bodies are refused unless the application sets another limit. A receipt has less than a kilobyte, and
     * anybody can post: a tree of many small items takes some thirty times the memory of its text.
     */
    static final int MAX_BYTES = 1 << 20;

    private static final int MAX_DEPTH = 200;

    private static final int MAX_TEXT_DEPTH = 4;

    private static final JsonFactory LENIENT = JsonFactory.builder()
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE) // the size of the body is the limit
                    .build())
            .build();

    /** Numbers keep their digits. */
    private static final ObjectMapper MAPPER = JsonMapper.builder(LENIENT)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private ReceiptBody() {}

    /**
     * The items of a body, each as it was received.
     *
     * @throws MalformedReceiptException when the body as a whole cannot be read
     */
    static List<JsonNode> items(byte[] body, int maxBytes) {
        if (body.length > maxBytes) {
            throw new MalformedReceiptException("", "the body has more than " + maxBytes + " bytes");
        }
        JsonNode root = root(new String(body, StandardCharsets.UTF_8), 0);
        if (root.isArray()) {
            return StreamSupport.stream(root.spliterator(), false).toList();
        }
        return List.of(root);
    }

    private static JsonNode root(String body, int depth) {
        String text = (body.startsWith("\uFEFF") ? body.substring(1) : body).strip();
        if (text.isEmpty()) {
            throw new MalformedReceiptException("", "the body is empty");
        }
        String unwrapped = holdsJson(text) || text.charAt(0) == '"' ? null : fromBase64(text);
        if (unwrapped == null) {
            JsonNode node = parse(text);
            if (!node.isTextual()) {
                return node;
            }
            unwrapped = node.textValue();
        }
        if (depth == MAX_TEXT_DEPTH) {
            throw new MalformedReceiptException("", "the body is text within text within text");
        }
        return root(unwrapped, depth + 1);
    }

    private static @Nullable String fromBase64(String text) {
        try {
            String decoded = new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8).strip();
            return holdsJson(decoded) ? decoded : null;
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }

    /** Whether a text looks like an object or a list. */
    private static boolean holdsJson(String text) {
        return !text.isEmpty() && (text.charAt(0) == '{' || text.charAt(0) == '[');
    }

    private static JsonNode parse(String text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonNode node = MAPPER.readTree(parser);
            if (node == null) {
                throw new MalformedReceiptException("", "the body is empty");
            }
            if (parser.nextToken() != null) { // a second receipt after the first must not get lost
                throw new MalformedReceiptException("", "the body has more after the end of its JSON" + place(parser));
            }
            return node;
        } catch (JsonProcessingException e) { // its message may quote what was read
            String place = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new MalformedReceiptException("", "the body is not valid JSON" + place);
        } catch (NumberFormatException e) { // what Jackson throws over an exponent of eleven digits
            throw new MalformedReceiptException("", "the body has a number that is too large");
        } catch (IOException e) {
            throw new MalformedReceiptException("", "the body cannot be read");
        }
    }

    private static String place(JsonParser parser) {
        var location = parser.currentTokenLocation();
        return " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** The content of a text that contains an object or a list; else the node itself. */
    static JsonNode opened(JsonNode node) {
        if (!node.isTextual() || !holdsJson(node.textValue().strip())) {
            return node;
        }
        try {
            return parse(node.textValue());
        } catch (MalformedReceiptException plainTextAfterAll) {
            return node;
        }
    }
}
