package io.github.alimsg.core.internal.reply;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.core.error.AccessDenied;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.internal.json.RawJson;
import io.github.alimsg.core.wire.SuccessRule;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The content of a reply that is not a success: JSON in any of the spellings in use, the gateway's XML, or nothing
 * readable.
 *
 * @param code the error code; null when the reply has none
 * @param message the message that explains it
 * @param requestId id of the request at the service
 * @param success the value of the field Success; null when there is none
 * @param accessDenied details of a denial by RAM
 * @param recommend the page that the gateway recommends
 * @param structured whether the reply was a JSON object or the gateway's XML
 */
public record ErrorReply(
        @Nullable String code,
        @Nullable String message,
        @Nullable String requestId,
        @Nullable Boolean success,
        @Nullable AccessDenied accessDenied,
        @Nullable String recommend,
        boolean structured) {

    private static final ErrorReply NOTHING = new ErrorReply(null, null, null, null, null, null, false);
    private static final int MAX_CODE_LENGTH = 120;

    /** What it says about the call, if its HTTP status says nothing. */
    SuccessRule.Verdict verdict() {
        return SuccessRule.verdict(code, success);
    }

    /**
     * The error code; null when there is none, or when it is a success code that comes with a status or field of
     * failure.
     */
    @Nullable
    String failureCode() {
        return code == null || SuccessRule.isSuccess(code) ? null : code;
    }

    /**
     * Reads a reply; never fails.
     *
     * @param reply the reply
     * @param codeField the field in which the product's replies have their code
     * @param messageField the field in which they have the message
     */
    public static ErrorReply of(HttpResponse reply, @Nullable String codeField, String messageField) {
        String text = reply.text().stripLeading();
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1).stripLeading();
        }
        if (text.startsWith("{")) {
            JsonNode tree = RawJson.tree(text);
            return tree == null ? NOTHING : ofJson(tree, codeField, messageField);
        }
        return text.startsWith("<") ? ofXml(text) : NOTHING;
    }

    private static ErrorReply ofJson(JsonNode tree, @Nullable String codeField, String messageField) {
        Map<String, JsonNode> fields = new HashMap<>();
        tree.properties()
                .forEach(field -> fields.putIfAbsent(field.getKey().toLowerCase(Locale.ROOT), field.getValue()));
        String code = first(fields, codeField, "code", "responsecode", "errorcode");
        return new ErrorReply(
                asCode(code),
                first(fields, messageField, "message", "responsedescription", "description", "errormessage", "msg"),
                first(fields, "requestid"),
                asBoolean(first(fields, "success")),
                accessDenied(fields.get("accessdenieddetail")),
                first(fields, "recommend"),
                true);
    }

    /** The first of the named fields that has text or a number. */
    private static @Nullable String first(Map<String, JsonNode> fields, @Nullable String... names) {
        for (String name : names) {
            JsonNode node = name == null ? null : fields.get(name.toLowerCase(Locale.ROOT));
            if (node != null
                    && node.isValueNode()
                    && !node.isNull()
                    && !node.asText().isBlank()) {
                return node.asText().strip();
            }
        }
        return null;
    }

    /** A code is a short word; anything else in its place is not used as a code. */
    private static @Nullable String asCode(@Nullable String code) {
        return code == null || code.length() > MAX_CODE_LENGTH || code.chars().anyMatch(c -> c <= ' ') ? null : code;
    }

    private static @Nullable Boolean asBoolean(@Nullable String text) {
        return text == null ? null : text.equalsIgnoreCase("true") || text.equals("1");
    }

    /** An object in denials; in other replies, text such as None, or JSON inside text. */
    private static @Nullable AccessDenied accessDenied(@Nullable JsonNode detail) {
        JsonNode object =
                detail != null && detail.isTextual() && detail.asText().startsWith("{")
                        ? RawJson.tree(detail.asText())
                        : detail;
        if (object == null || !object.isObject()) {
            return null;
        }
        Map<String, String> fields = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getValue().isTextual()) {
                fields.put(field.getKey(), field.getValue().asText());
            }
        }
        return AccessDenied.of(fields);
    }

    private static ErrorReply ofXml(String text) {
        Map<String, String> fields = new HashMap<>();
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            String element = "";
            boolean error = false;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    element = reader.getLocalName();
                    error |= element.equals("Error") || element.endsWith("Response");
                } else if (event == XMLStreamConstants.CHARACTERS && error && !reader.isWhiteSpace()) {
                    fields.putIfAbsent(element, reader.getText().strip());
                }
            }
        } catch (XMLStreamException | RuntimeException e) { // HTML or truncated: what was read so far counts
            if (fields.isEmpty()) {
                return NOTHING;
            }
        }
        String code = asCode(fields.get("Code"));
        return code == null
                ? NOTHING
                : new ErrorReply(
                        code,
                        fields.get("Message"),
                        fields.get("RequestId"),
                        null,
                        null,
                        fields.get("Recommend"),
                        true);
    }
}
