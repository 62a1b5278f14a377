package io.github.alimsg.receipts;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.core.OpenValue;
import io.github.alimsg.core.wire.Shown;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, for the classes that give them names and types. Immutable.
 *
 * <p>Names match regardless of case, and with or without underscores, hyphens and white space: the same field is
 * {@code MessageId}, {@code message_id} or {@code "MessageId "}. A value of another type reads as null, so that one odd
 * field never costs a receipt; {@link #raw} shows it.
 */
public final class ReceiptFields {
    private static final int MAX_SHOWN = 64;

    private final JsonNode node;
    private final Map<String, JsonNode> byName;

    private ReceiptFields(JsonNode object) {
        this.node = object;
        this.byName = new HashMap<>();
        for (var field : object.properties()) {
            if (!field.getValue().isNull()) {
                byName.putIfAbsent(folded(field.getKey()), field.getValue());
            }
        }
    }

    /** The fields of an item. @throws MalformedReceiptException when it is not an object, or has no value in it */
    static ReceiptFields of(JsonNode item, String place) {
        JsonNode object = ReceiptBody.opened(item);
        if (!object.isObject()) {
            throw new MalformedReceiptException(
                    place,
                    "expected an object " + (place.isEmpty() ? "or a list of objects" : "at " + place) + ", found "
                            + (object.isArray()
                                    ? "a list"
                                    : object.getNodeType().name().toLowerCase(Locale.ROOT)));
        }
        var fields = new ReceiptFields(object);
        if (fields.byName.isEmpty()) {
            throw new MalformedReceiptException(
                    place, "expected an object with values" + (place.isEmpty() ? "" : " at " + place) + ", found none");
        }
        return fields;
    }

    private static String folded(String name) {
        var folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_' && c != '-' && !Character.isWhitespace(c)) {
                folded.append(Character.toLowerCase(c));
            }
        }
        return folded.toString();
    }

    private @Nullable JsonNode find(String name) {
        return byName.get(folded(name));
    }

    /**
     * Returns whether a field is present and not null.
     *
     * @param name its name in any spelling
     * @return whether it is present
     */
    public boolean has(String name) {
        return find(name) != null;
    }

    /**
     * Returns a field as text.
     *
     * @param name its name in any spelling
     * @return the text; numbers and truth values as written, objects and lists as JSON; null when it is absent
     */
    public @Nullable String text(String name) {
        JsonNode value = find(name);
        return value == null ? null : text(value);
    }

    private static String text(JsonNode value) {
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    /**
     * Returns a field as a whole number.
     *
     * @param name its name in any spelling
     * @return the number, also from text; null when it is absent or not a whole number of 64 bits
     */
    public @Nullable Long int64(String name) {
        JsonNode value = find(name);
        if (value == null || value.isContainerNode()) {
            return null;
        }
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() ? (Long) value.longValue() : null;
        }
        try {
            return Long.valueOf(value.asText().strip());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /**
     * Returns a field as a boolean.
     *
     * @param name its name in any spelling
     * @return the value, also from the texts {@code true} and {@code false} in any case; null for anything else
     */
    public @Nullable Boolean bool(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            default -> null;
        };
    }

    /**
     * A field as a moment: seconds (10 digits) or milliseconds (13 digits) since 1970, an RFC 1123 date, or a time of
     * the form {@code 2026-11-21 18:00:00} or {@code 20261121180000}. The last two have no zone.
     *
     * @param name its name in any spelling
     * @param zone the zone of times that have none
     * @return the moment; null when it is absent, of another form, a date that does not exist, or digits that are not a
     *     time between the years 2000 and 2099
     */
    public @Nullable Instant instant(String name, ZoneOffset zone) {
        String text = text(name);
        return text == null ? null : ReceiptTime.read(text.strip(), zone);
    }

    /**
     * Returns a field as a value from an extensible list.
     *
     * @param name its name in any spelling
     * @param of makes the value from a text
     * @param <T> the type of the value
     * @return the value; null when it is absent or blank
     */
    public <T extends OpenValue> @Nullable T value(String name, Function<String, T> of) {
        String text = text(name);
        return text == null || text.isBlank() ? null : of.apply(text);
    }

    /**
     * Returns a field as an object.
     *
     * @param name its name in any spelling
     * @return its fields, also from text that is a JSON object; null when it is absent or not an object
     */
    public @Nullable ReceiptFields object(String name) {
        JsonNode value = find(name);
        JsonNode opened = value == null ? null : ReceiptBody.opened(value);
        return opened != null && opened.isObject() ? new ReceiptFields(opened) : null;
    }

    /**
     * Returns a field as a list of objects.
     *
     * @param name its name in any spelling
     * @return the objects, also from text that is a JSON list; a single object counts as a list of one; anything else
     *     is left out; empty when the field is absent
     */
    public List<ReceiptFields> objects(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return List.of();
        }
        JsonNode opened = ReceiptBody.opened(value);
        List<ReceiptFields> objects = new ArrayList<>();
        for (JsonNode item : opened.isArray() ? opened : List.of(opened)) {
            JsonNode object = ReceiptBody.opened(item);
            if (object.isObject()) {
                objects.add(new ReceiptFields(object));
            }
        }
        return List.copyOf(objects);
    }

    /**
     * Returns any part of the object, as in {@link ReceiptPart#raw}.
     *
     * @param jsonPointer where it is, as in RFC 6901
     * @return text as it is, anything else as JSON; null when there is nothing there, or a JSON null
     * @throws IllegalArgumentException when the pointer is not empty and does not begin with a slash
     */
    public @Nullable String raw(String jsonPointer) {
        JsonNode at = node;
        for (JsonPointer rest = JsonPointer.compile(jsonPointer); !rest.matches(); rest = rest.tail()) {
            at = child(ReceiptBody.opened(at), rest);
            if (at == null || at.isNull()) {
                return null;
            }
        }
        return text(at);
    }

    private static @Nullable JsonNode child(JsonNode parent, JsonPointer step) {
        if (parent.isArray()) {
            return step.getMatchingIndex() < 0 ? null : parent.get(step.getMatchingIndex());
        }
        JsonNode exact = parent.get(step.getMatchingProperty());
        return exact != null || !parent.isObject() ? exact : new ReceiptFields(parent).find(step.getMatchingProperty());
    }

    /** The object as JSON. */
    String json() {
        return node.toString();
    }

    /** Some fields by name and value, and the number of the others, which may be personal. */
    String shown(String type, List<String> names) {
        var text = new StringBuilder(type).append('{');
        int shown = 0;
        for (String name : names) {
            String value = text(name);
            if (value != null) {
                text.append(shown++ == 0 ? "" : ", ").append(name).append('=').append(harmless(value));
            }
        }
        int others = byName.size() - shown;
        if (others > 0) {
            text.append(shown == 0 ? "" : ", ").append(others).append(" hidden");
        }
        return text.append('}').toString();
    }

    /** Anybody can post anything: keeps line breaks and long texts out of logs. */
    private static String harmless(String value) {
        boolean plain = value.length() <= MAX_SHOWN && value.chars().noneMatch(Character::isISOControl);
        return plain ? value : Shown.inPlaceOf(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReceiptFields that && node.equals(that.node);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }

    /** How many fields there are; none of them is shown. */
    @Override
    public String toString() {
        return shown("ReceiptFields", List.of());
    }
}
