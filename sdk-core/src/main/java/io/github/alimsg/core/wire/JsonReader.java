package io.github.alimsg.core.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.internal.json.Json;
import io.github.alimsg.core.internal.json.MalformedJson;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads an answer token by token, and forgives what the service is known to do: numbers as text and the reverse,
 * objects where text is declared and JSON inside text, null anywhere, fields nobody documented.
 *
 * <p>A value of another shape is left out: the answer of a message that was sent is not lost over one field. The raw
 * answer has it, and the log names the field at DEBUG. Only the {@linkplain Operation strict fields} of an
 * operation, which decide what happens next, are refused.
 *
 * <p>Every reading method takes the value that comes next. Objects: {@code if (in.startObject()) while ((name =
 * in.nextField()) != null) …}, with each field's value either read or skipped. Lists likewise, with {@link #startArray}
 * and {@link #nextItem}.
 */
public final class JsonReader {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.alimsg.core.Calls");

    private static final int DEEPEST_TEXT = 4;

    /** As Jackson has it for numbers that are not inside of text: longer ones take time out of proportion. */
    private static final int LONGEST_NUMBER = 1000;

    private final Operation<?, ?> operation;
    private final SuccessRule rule;
    private final HttpResponse reply;
    private final int attempts;
    private JsonParser parser;
    private @Nullable Deque<JsonParser> outer;

    private @Nullable String code;
    private @Nullable String message;
    private @Nullable String requestId;
    private @Nullable Boolean success;

    public JsonReader(HttpResponse reply, Operation<?, ?> operation, int attempts) {
        this.operation = operation;
        this.rule = operation.successRule();
        this.reply = reply;
        this.attempts = attempts;
        try {
            this.parser = Json.FACTORY.createParser(reply.body());
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                parser.close();
                throw new MalformedJson("the reply is no JSON object", null);
            }
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** {@return whether an object comes, which is then entered; anything else is passed over} */
    public boolean startObject() {
        return start(JsonToken.START_OBJECT, '{', "an object");
    }

    /** {@return whether a list comes, which is then entered; anything else is passed over} */
    public boolean startArray() {
        return start(JsonToken.START_ARRAY, '[', "a list");
    }

    private boolean start(JsonToken wanted, char opening, String what) {
        JsonToken token = parser.currentToken();
        if (token == wanted) {
            return true;
        }
        if (token == JsonToken.VALUE_NULL) {
            return false;
        }
        if (token == JsonToken.VALUE_STRING) {
            String text = string().strip();
            if (text.isEmpty()) {
                return false;
            }
            if (text.charAt(0) == opening && depth() < DEEPEST_TEXT && isStructure(text, false)) {
                enter(text);
                return true;
            }
        }
        leaveOut(what); // such as a note "no remarks" in the place of an object
        return false;
    }

    private int depth() {
        return outer == null ? 0 : outer.size();
    }

    /** Goes on inside a text that holds JSON. */
    private void enter(String json) {
        try {
            JsonParser inner = Json.FACTORY.createParser(json);
            inner.nextToken();
            if (outer == null) {
                outer = new ArrayDeque<>();
            }
            outer.push(parser);
            parser = inner;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** Comes back from a text that held JSON, when its outermost structure has just ended. */
    private void leave() {
        if (outer != null && !outer.isEmpty() && parser.getParsingContext().inRoot()) {
            close(parser);
            parser = outer.pop();
        }
    }

    /** Whether nothing but white space follows the answer's object, which has been read. */
    public boolean isAtEnd() {
        try {
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    /** Gives the parsers' buffers, and the field names they learned, back for the next answer. */
    public void close() {
        close(parser);
        while (outer != null && !outer.isEmpty()) {
            close(outer.pop());
        }
    }

    private static void close(JsonParser parser) {
        try {
            parser.close();
        } catch (IOException e) {
            throw malformed(e); // cannot be: it reads from memory
        }
    }

    /** {@return the next field of the object entered last, its value coming next; null at the object's end} */
    public @Nullable String nextField() {
        try {
            String name = parser.nextFieldName();
            if (name != null) {
                parser.nextToken();
                return name;
            }
            if (parser.currentToken() == null) {
                throw new MalformedJson("the reply ends too early", null);
            }
            leave();
            return null;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** {@return whether the list entered last has one more item, which comes next} */
    public boolean nextItem() {
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new MalformedJson("the reply ends too early", null);
            }
            if (token == JsonToken.END_ARRAY) {
                leave();
                return false;
            }
            return true;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** Passes over the value that comes next. */
    public void skip() {
        try {
            parser.skipChildren();
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /**
     * Takes a field of the answer's envelope: code, message, request id, success.
     *
     * @param name the field's name
     * @return whether it was one, and was taken
     */
    public boolean envelope(String name) {
        if (outer != null && !outer.isEmpty()) {
            return false;
        }
        if (name.equalsIgnoreCase(rule.codeField()) || rule.codeField() == null && name.equals("Code")) {
            code = text();
        } else if (name.equalsIgnoreCase(rule.messageField())) {
            message = text();
        } else if (name.equalsIgnoreCase("RequestId")) {
            requestId = stripped(text());
        } else if (name.equals("Success")) {
            success = lenientBoolean();
        } else if (name.equals("AccessDeniedDetail")) {
            skip(); // says something in failures only, which are read anew
        } else {
            return false;
        }
        return true;
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    private @Nullable Boolean lenientBoolean() {
        String text = text();
        return text == null || text.isBlank()
                ? null
                : text.strip().equalsIgnoreCase("true") || text.strip().equals("1");
    }

    /**
     * Hands the envelope's fields to a response; the last thing a generated reader does.
     *
     * @param response the response being built
     */
    public void finish(SdkResponse.Builder<?> response) {
        response.requestId(requestId);
        response.service(code, message);
        response.reply(reply, attempts);
    }

    /** Whether the envelope read so far says success, failure, or nothing. */
    public Verdict verdict() {
        if (success != null && !success) {
            return Verdict.FAILURE;
        }
        if (rule.codeField() == null || code != null && isSuccess(code)) {
            return Verdict.SUCCESS;
        }
        if (code != null && !code.isBlank()) {
            return Verdict.FAILURE;
        }
        return success != null ? Verdict.SUCCESS : Verdict.NOTHING;
    }

    /** What an envelope says. */
    public enum Verdict {
        SUCCESS,
        FAILURE,
        NOTHING
    }

    public static boolean isSuccess(String code) {
        String stripped = code.strip();
        return stripped.equalsIgnoreCase("OK") || stripped.equals("200");
    }

    /** {@return the value as text; numbers and truth values as written, objects and lists as JSON} */
    public @Nullable String text() {
        try {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.VALUE_STRING) {
                return parser.getText();
            }
            if (token == JsonToken.VALUE_NULL) {
                return null;
            }
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                if (operation.isStrict(this::path)) {
                    throw expected("text");
                }
                return json();
            }
            return parser.getText();
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** The object or list that comes next as JSON, its numbers digit by digit. */
    private String json() throws IOException {
        var json = new StringWriter();
        try (JsonGenerator generator = Json.FACTORY.createGenerator(json)) {
            for (int depth = 0; ; parser.nextToken()) {
                JsonToken token = parser.currentToken();
                if (token.isNumeric()) {
                    generator.writeNumber(parser.getText());
                } else {
                    generator.copyCurrentEvent(parser);
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 0) {
                    break;
                }
            }
        }
        return json.toString();
    }

    private String string() {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** {@return the value as an integer of 64 bits; null for null and empty text} */
    public @Nullable Long int64() {
        try {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                return parser.getLongValue();
            }
            BigDecimal number = decimal();
            if (number == null) {
                return null;
            }
            if (number.scale() < -18) {
                leaveOut("a number of 64 bits"); // 1e999999999 would be written out before being refused
                return null;
            }
            return number.longValueExact();
        } catch (ArithmeticException | IOException e) { // which is no broken JSON, but a number of more bits
            leaveOut("a whole number of 64 bits");
            return null;
        }
    }

    /** {@return the value as an integer of 32 bits; null for null and empty text} */
    public @Nullable Integer int32() {
        Long value = int64();
        if (value == null) {
            return null;
        }
        if (value.intValue() != value) {
            leaveOut("a whole number of 32 bits");
            return null;
        }
        return value.intValue();
    }

    /** {@return the value as a number; null for null and empty text} */
    public @Nullable BigDecimal decimal() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        try {
            if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
                return parser.getDecimalValue();
            }
            if (token == JsonToken.VALUE_STRING) {
                String text = string().strip();
                if (text.isEmpty()) {
                    return null;
                }
                if (text.length() <= LONGEST_NUMBER) {
                    return new BigDecimal(text);
                }
            }
        } catch (NumberFormatException | IOException e) {
            // its exponent is beyond all bounds
        }
        leaveOut("a number");
        return null;
    }

    /** {@return the value as a floating-point number; null for null and empty text} */
    public @Nullable Double float64() {
        BigDecimal value = decimal();
        return value == null ? null : value.doubleValue();
    }

    /** {@return the value as a truth value, also from text or 0 and 1; null for null and empty text} */
    public @Nullable Boolean bool() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE) {
            return true;
        }
        if (token == JsonToken.VALUE_FALSE) {
            return false;
        }
        String text = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY ? "" : text();
        if (text == null || token == JsonToken.VALUE_STRING && text.isBlank()) {
            return null;
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> {
                leaveOut("true or false");
                yield null;
            }
        };
    }

    /** {@return the value, milliseconds since 1970, as a moment; null for null and empty text} */
    public @Nullable Instant millis() {
        Long value = int64();
        return value == null ? null : Instant.ofEpochMilli(value);
    }

    /** {@return the value, seconds since 1970, as a moment; null for null and empty text} */
    public @Nullable Instant seconds() {
        Long value = int64();
        if (value == null) {
            return null;
        }
        if (value > Instant.MAX.getEpochSecond() || value < Instant.MIN.getEpochSecond()) {
            leaveOut("seconds since 1970");
            return null;
        }
        return Instant.ofEpochSecond(value);
    }

    /** {@return a list of texts; empty for null} Text that is no JSON list counts as its only item. */
    public List<String> texts() {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            String text = string();
            boolean bracket = text.stripLeading().startsWith("[");
            if (!text.isBlank() && !(bracket && isStructure(text, true))) {
                if (bracket && operation.isStrict(this::path)) {
                    throw expected("a list");
                }
                return List.of(text);
            }
        }
        if (!startArray()) {
            return List.of();
        }
        List<String> items = new ArrayList<>();
        while (nextItem()) {
            String item = text();
            if (item != null) {
                items.add(item);
            }
        }
        return Collections.unmodifiableList(items);
    }

    /** Whether a text begins with an object or a list that is valid JSON to its end, and is nothing else if so wanted. */
    private static boolean isStructure(String text, boolean alone) {
        try (JsonParser trial = Json.FACTORY.createParser(text)) {
            trial.nextToken();
            trial.skipChildren();
            return trial.currentToken().isStructEnd() && (!alone || trial.nextToken() == null);
        } catch (IOException e) {
            return false;
        }
    }

    /** {@return a list of integers; empty for null} */
    public List<Long> int64s() {
        if (!startArray()) {
            return List.of();
        }
        List<Long> items = new ArrayList<>();
        while (nextItem()) {
            Long item = int64();
            if (item != null) {
                items.add(item);
            }
        }
        return Collections.unmodifiableList(items);
    }

    /** {@return an object of texts; empty for null} */
    public Map<String, String> textMap() {
        if (!startObject()) {
            return Map.of();
        }
        Map<String, String> members = new LinkedHashMap<>();
        for (String name; (name = nextField()) != null; ) {
            String value = text();
            if (value != null) {
                members.put(name, value);
            }
        }
        return Collections.unmodifiableMap(members);
    }

    /** {@return an object of plain values; empty for null} */
    public Map<String, @Nullable Object> anyMap() {
        if (!startObject()) {
            return Map.of();
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (String name; (name = nextField()) != null; ) {
            members.put(name, any());
        }
        return Collections.unmodifiableMap(members);
    }

    /** {@return a list of plain values; empty for null} */
    public List<@Nullable Object> anyList() {
        if (!startArray()) {
            return List.of();
        }
        List<@Nullable Object> items = new ArrayList<>();
        while (nextItem()) {
            items.add(any());
        }
        return Collections.unmodifiableList(items);
    }

    /**
     * {@return a plain value: text, {@link Long}, {@link BigDecimal}, {@link Boolean}, null, or a list or map of
     * such}
     */
    public @Nullable Object any() {
        JsonToken token = parser.currentToken();
        try {
            return switch (token) {
                case START_OBJECT -> anyMap();
                case START_ARRAY -> anyList();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_NULL -> null;
                case VALUE_NUMBER_INT ->
                    parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                            ? decimal()
                            : (Object) parser.getLongValue();
                case VALUE_NUMBER_FLOAT -> decimal();
                default -> parser.getText();
            };
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** Passes over a value of another shape than the model's. Names the place and what is there, never the value. */
    private void leaveOut(String wanted) {
        if (operation.isStrict(this::path)) {
            throw expected(wanted);
        }
        if (LOG.isDebugEnabled()) {
            LOG.debug("{}: {} is left out: expected {}, found {}", operation.name(), pointer(), wanted, found());
        }
        skip();
    }

    private MalformedJson expected(String wanted) {
        return new MalformedJson("expected " + wanted + " at " + pointer() + ", found " + found(), null);
    }

    private String found() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            default -> "something else";
        };
    }

    /** The place of the value that comes next, as {@code SdkResponse.raw} takes it. */
    private String pointer() {
        var pointer = new StringBuilder();
        fromOutside(context -> pointer.append(context.pathAsPointer()));
        return pointer.toString();
    }

    /** The names that lead to the value that comes next, dotted; lists add nothing. */
    private String path() {
        var path = new StringBuilder();
        fromOutside(context -> addNames(context, path));
        return path.toString();
    }

    private static void addNames(@Nullable JsonStreamContext context, StringBuilder path) {
        if (context != null) {
            addNames(context.getParent(), path);
            if (context.inObject() && context.getCurrentName() != null) {
                path.append(path.length() == 0 ? "" : ".").append(context.getCurrentName());
            }
        }
    }

    /** Goes through the places of the values that hold JSON in text, and the place inside the last. */
    private void fromOutside(Consumer<JsonStreamContext> contexts) {
        if (outer != null) {
            outer.descendingIterator().forEachRemaining(parser -> contexts.accept(parser.getParsingContext()));
        }
        contexts.accept(parser.getParsingContext());
    }

    /** Jackson's messages may quote what they read, so only the place is kept. */
    private static MalformedJson malformed(IOException e) {
        String place =
                e instanceof com.fasterxml.jackson.core.JsonProcessingException json && json.getLocation() != null
                        ? " at line " + json.getLocation().getLineNr() + ", column "
                                + json.getLocation().getColumnNr()
                        : "";
        return new MalformedJson("the reply is no valid JSON" + place, null);
    }
}
