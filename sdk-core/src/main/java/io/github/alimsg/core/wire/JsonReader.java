package io.github.alimsg.core.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.internal.json.Json;
import io.github.alimsg.core.internal.json.MalformedJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a reply token by token, and tolerates what the service is known to do: numbers as text and the reverse, objects
 * where text is declared and JSON inside text, null anywhere, undocumented fields.
 *
 * <p>A value of another shape is left out: the response to a sent message must not be lost because of one field. The
 * raw reply still has it, and the log names the field at DEBUG. Only in the {@linkplain Operation strict fields} of an
 * operation, which decide what happens next, is it refused.
 *
 * <p>Every reading method reads the next value. An object with a text, a list of objects and undocumented fields is
 * read like this:
 *
 * <pre>{@code
 * if (in.startObject()) {
 *     for (String name; (name = in.nextField()) != null; ) {
 *         switch (name) {
 *             case "Name" -> builder.name = in.string();
 *             case "Parts" -> {
 *                 if (in.startArray()) {
 *                     while (in.nextItem()) {
 *                         builder.parts.add(Part.read(in));
 *                     }
 *                 }
 *             }
 *             default -> in.skip();
 *         }
 *     }
 * }
 * }</pre>
 */
public final class JsonReader {
    /** Jackson's own limit for numbers that are not inside of text: longer ones take disproportionate time. */
    private static final int MAX_NUMBER_LENGTH = 1000;

    private final Operation<?, ?> operation;
    private final HttpResponse reply;
    private final int attempts;
    private final Envelope envelope;
    private JsonParser parser;
    private @Nullable JsonInText texts;

    /**
     * Begins to read a reply.
     *
     * @param reply the reply
     * @param operation the operation that was called
     * @param attempts how many times the request was tried
     */
    public JsonReader(HttpResponse reply, Operation<?, ?> operation, int attempts) {
        this.operation = operation;
        this.reply = reply;
        this.attempts = attempts;
        this.envelope = new Envelope(operation.successRule());
        try {
            this.parser = Json.FACTORY.createParser(reply.body());
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                parser.close();
                throw new MalformedJson("the reply is not a JSON object", null);
            }
        } catch (IOException e) {
            throw MalformedJson.of(e);
        }
    }

    /** {@return whether the next value is an object, which is then entered; anything else is skipped} */
    public boolean startObject() {
        return start(JsonToken.START_OBJECT, '{', "an object");
    }

    /** {@return whether the next value is a list, which is then entered; anything else is skipped} */
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
            String text = currentText().strip();
            if (text.isEmpty()) {
                return false;
            }
            if (text.charAt(0) == opening && enter(text)) {
                return true;
            }
        }
        leaveOut(what); // such as a note "no remarks" in the place of an object
        return false;
    }

    /** Continues inside a text that contains JSON. Returns whether it does, and could be entered. */
    private boolean enter(String text) {
        if (texts == null) {
            texts = new JsonInText();
        }
        JsonParser inner = texts.enter(parser, text);
        parser = inner == null ? parser : inner;
        return inner != null;
    }

    /** Returns from a text that contained JSON, when its outermost structure has just ended. */
    private void leave() {
        if (texts != null && !texts.isEmpty() && parser.getParsingContext().inRoot()) {
            close(parser);
            parser = texts.leave();
        }
    }

    /**
     * Reads a value in an object that has no other member. If the service sends the value without the object, it is
     * read as well.
     *
     * @param <T> what is read
     * @param only the name of the member; others are skipped
     * @param value reads the value that comes next
     * @return what was read; null if the object has no such member
     */
    public <T> @Nullable T unwrapped(String only, Function<JsonReader, ? extends @Nullable T> value) {
        if (!isObject()) {
            return value.apply(this);
        }
        T held = null;
        if (startObject()) {
            for (String name; (name = nextField()) != null; ) {
                if (name.equals(only)) {
                    held = value.apply(this);
                } else {
                    skip();
                }
            }
        }
        return held;
    }

    private boolean isObject() {
        JsonToken token = parser.currentToken();
        return token == JsonToken.START_OBJECT
                || token == JsonToken.VALUE_STRING
                        && currentText().stripLeading().startsWith("{");
    }

    /** {@return whether only white space follows the reply's object, which has been read} */
    public boolean isAtEnd() {
        try {
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    /** Releases the parsers' buffers, and the field names they learned, for the next reply. */
    public void close() {
        close(parser);
        while (texts != null && !texts.isEmpty()) {
            close(texts.leave());
        }
    }

    private static void close(JsonParser parser) {
        try {
            parser.close();
        } catch (IOException e) {
            throw MalformedJson.of(e); // impossible: it reads from memory
        }
    }

    /** {@return the name of the next field of the current object, whose value comes next; null at the object's end} */
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
            throw MalformedJson.of(e);
        }
    }

    /** {@return whether the current list has another item, which comes next} */
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
            throw MalformedJson.of(e);
        }
    }

    /** Skips the next value. */
    public void skip() {
        try {
            parser.skipChildren();
        } catch (IOException e) {
            throw MalformedJson.of(e);
        }
    }

    /**
     * Reads a field that a response's model does not have: one of the reply's envelope, such as the code; others are
     * skipped.
     *
     * @param name the field's name
     */
    public void other(String name) {
        if (!envelope(name)) {
            skip();
        }
    }

    /** Takes a field of the envelope, unless it is one inside of text; says whether it was one. */
    boolean envelope(String name) {
        return (texts == null || texts.isEmpty()) && envelope.take(name, this);
    }

    /** {@return the reply's envelope, as read so far} */
    Envelope envelope() {
        return envelope;
    }

    /** {@return the verdict of the reply, whose HTTP status is a success} */
    public SuccessRule.Verdict verdict() {
        return envelope.verdict();
    }

    /**
     * Copies the envelope's fields to a response; the last step of a generated reader.
     *
     * @param response the response being built
     */
    public void finish(SdkResponse.Builder<?> response) {
        response.requestId(envelope.requestId());
        response.service(envelope.code(), envelope.message());
        response.reply(reply, attempts);
    }

    /** {@return the value as text; numbers and truth values as written, objects and lists as JSON} */
    public @Nullable String string() {
        try {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.VALUE_STRING) {
                return parser.getText();
            }
            if (token == JsonToken.VALUE_NULL) {
                return null;
            }
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                odd().refuseIfStrict(operation, "text");
                return Json.copy(parser);
            }
            return parser.getText();
        } catch (IOException e) {
            throw MalformedJson.of(e);
        }
    }

    private String currentText() {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw MalformedJson.of(e);
        }
    }

    /** {@return the value as an integer of 64 bits; null for null and empty text} */
    public @Nullable Long longValue() {
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
        } catch (ArithmeticException | IOException e) { // not broken JSON, but a number that does not fit
            leaveOut("a whole number of 64 bits");
            return null;
        }
    }

    /** {@return the value as an integer of 32 bits; null for null and empty text} */
    public @Nullable Integer intValue() {
        Long value = longValue();
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
                String text = currentText().strip();
                if (text.isEmpty()) {
                    return null;
                }
                if (text.length() <= MAX_NUMBER_LENGTH) {
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
    public @Nullable Double doubleValue() {
        BigDecimal value = decimal();
        return value == null ? null : value.doubleValue();
    }

    /** {@return the value as a truth value, also from 0 and 1, Y and N, or text; null for null and empty text} */
    public @Nullable Boolean booleanValue() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE) {
            return true;
        }
        if (token == JsonToken.VALUE_FALSE) {
            return false;
        }
        String text = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY ? "" : string();
        if (text == null || token == JsonToken.VALUE_STRING && text.isBlank()) {
            return null;
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "y" -> true;
            case "false", "0", "n" -> false;
            default -> {
                leaveOut("true or false");
                yield null;
            }
        };
    }

    /** {@return the value, milliseconds since 1970, as a time; null for null and empty text} */
    public @Nullable Instant millis() {
        Long value = longValue();
        return value == null ? null : Instant.ofEpochMilli(value);
    }

    /** {@return the value, seconds since 1970, as a time; null for null and empty text} */
    public @Nullable Instant seconds() {
        Long value = longValue();
        if (value == null) {
            return null;
        }
        if (value > Instant.MAX.getEpochSecond() || value < Instant.MIN.getEpochSecond()) {
            leaveOut("seconds since 1970");
            return null;
        }
        return Instant.ofEpochSecond(value);
    }

    /** {@return the value, text that says its offset from UTC, as a moment; null for null and empty text} */
    public @Nullable Instant instant() {
        String text = shortText();
        Instant instant = text == null ? null : Moments.read(text);
        if (text != null && instant == null) {
            leaveOut("a time with its offset");
        }
        return instant;
    }

    /** {@return the value, as in 20261128 or 2026-11-28, as a date; null for null and empty text} */
    public @Nullable LocalDate date() {
        String text = shortText();
        LocalDate date = text == null ? null : Dates.read(text);
        if (text != null && date == null) {
            leaveOut("a date");
        }
        return date;
    }

    /** A text or number without white space around it; null for null and empty text; empty for anything else. */
    private @Nullable String shortText() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            String text = currentText().strip();
            return text.isEmpty() ? null : text;
        }
        return token == JsonToken.VALUE_NULL ? null : token == JsonToken.VALUE_NUMBER_INT ? currentText() : "";
    }

    /** {@return a list of texts; empty for null} Text that is not a JSON list counts as its only item. */
    public List<String> strings() {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            String text = currentText();
            boolean bracket = text.stripLeading().startsWith("[");
            if (!text.isBlank() && !(bracket && JsonInText.isStructure(text, true))) {
                if (bracket) {
                    odd().refuseIfStrict(operation, "a list");
                }
                return List.of(text);
            }
        }
        if (!startArray()) {
            return List.of();
        }
        List<String> items = new ArrayList<>();
        while (nextItem()) {
            String item = string();
            if (item != null) {
                items.add(item);
            }
        }
        return Collections.unmodifiableList(items);
    }

    /** {@return a list of integers; empty for null} */
    public List<Long> longs() {
        if (!startArray()) {
            return List.of();
        }
        List<Long> items = new ArrayList<>();
        while (nextItem()) {
            Long item = longValue();
            if (item != null) {
                items.add(item);
            }
        }
        return Collections.unmodifiableList(items);
    }

    /** {@return an object of texts; empty for null} */
    public Map<String, String> stringMap() {
        if (!startObject()) {
            return Map.of();
        }
        Map<String, String> members = new LinkedHashMap<>();
        for (String name; (name = nextField()) != null; ) {
            String value = string();
            if (value != null) {
                members.put(name, value);
            }
        }
        return Collections.unmodifiableMap(members);
    }

    /** {@return an object of plain values; empty for null} */
    public Map<String, @Nullable Object> plainMap() {
        if (!startObject()) {
            return Map.of();
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (String name; (name = nextField()) != null; ) {
            members.put(name, plainValue());
        }
        return Collections.unmodifiableMap(members);
    }

    /** {@return a list of plain values; empty for null} */
    public List<@Nullable Object> plainList() {
        if (!startArray()) {
            return List.of();
        }
        List<@Nullable Object> items = new ArrayList<>();
        while (nextItem()) {
            items.add(plainValue());
        }
        return Collections.unmodifiableList(items);
    }

    /**
     * {@return a plain value: text, {@link Long}, {@link BigDecimal}, {@link Boolean}, null, or a list or map of
     * such}
     */
    public @Nullable Object plainValue() {
        JsonToken token = parser.currentToken();
        try {
            return switch (token) {
                case START_OBJECT -> plainMap();
                case START_ARRAY -> plainList();
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
            throw MalformedJson.of(e);
        }
    }

    /** Skips a value of another shape than the model's, unless the operation is strict there. */
    private void leaveOut(String wanted) {
        odd().report(operation, wanted);
        skip();
    }

    private OddValue odd() {
        return new OddValue(parser, texts);
    }
}
