package io.github.alimsg.codegen.golden.post.model;

import io.github.alimsg.core.OpenValue;
import io.github.alimsg.core.wire.Generated;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Unmodifiable copies, and checks, for the models of this package. */
@Generated
final class ModelValues {
    private ModelValues() {}

    /** Refuses an object whose required fields are missing, and names all of them. */
    static void require(String type, @Nullable Object... namesAndValues) {
        StringBuilder missing = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] == null) {
                missing.append(missing.length() == 0 ? " needs " : ", ").append(namesAndValues[i]);
            }
        }
        if (missing.length() > 0) {
            throw new IllegalArgumentException(type + missing);
        }
    }

    /** The value that a field is given together with others; refuses another value from its setter. */
    static <T> T agreed(String type, String whole, String field, @Nullable T besides, T value) {
        if (besides != null && !besides.equals(value)) {
            throw new IllegalArgumentException(type + ": " + whole + "(…) sets " + field
                    + " too, to another value; leave out one of the two");
        }
        return value;
    }

    /** Refuses fields that must not be set in addition to those set together, and names all of them. */
    static void alone(String type, String whole, @Nullable Object... namesAndValues) {
        StringBuilder besides = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                besides.append(besides.length() == 0 ? "" : ", ").append(namesAndValues[i]);
            }
        }
        if (besides.length() > 0) {
            throw new IllegalArgumentException(
                    type + ": " + whole + "(…) excludes " + besides + "; leave out one or the other");
        }
    }

    /** A value, or null when it is the one that was copied. */
    static <T> @Nullable T unless(@Nullable T value, @Nullable T copied) {
        return Objects.equals(value, copied) ? null : value;
    }

    /** An unmodifiable copy of a list, and of the lists and maps in it. */
    static <T> @Nullable List<T> copy(String field, @Nullable List<T> items) {
        if (items == null) {
            return null;
        }
        List<T> copy = new ArrayList<>(items.size());
        for (T item : items) {
            copy.add(copyOfItem(field, item));
        }
        return Collections.unmodifiableList(copy);
    }

    /** An unmodifiable copy of a map, and of the lists and maps in it. */
    static <T> @Nullable Map<String, T> copy(String field, @Nullable Map<String, T> members) {
        if (members == null) {
            return null;
        }
        Map<String, T> copy = new LinkedHashMap<>();
        for (Map.Entry<String, T> member : members.entrySet()) {
            String name = item(field, member.getKey());
            if (member.getValue() == null) {
                throw new NullPointerException(field + " must not hold null for '" + name + "'");
            }
            copy.put(name, copyOfItem(field, member.getValue()));
        }
        return Collections.unmodifiableMap(copy);
    }

    @SuppressWarnings("unchecked") // a copy is of the same type
    private static <T> T copyOfItem(String field, @Nullable T item) {
        if (item instanceof List<?> items) {
            return (T) Objects.requireNonNull(copy(field, items));
        }
        if (item instanceof Map<?, ?> members) {
            return (T) Objects.requireNonNull(copy(field, (Map<String, ?>) members));
        }
        return item(field, item);
    }

    /** An item of a list or a map, which must not be null. */
    static <T> T item(String field, @Nullable T item) {
        if (item == null) {
            throw new NullPointerException(field + " must not hold null");
        }
        return item;
    }

    /** A list of separate items. */
    static <T> @Nullable List<T> list(T @Nullable [] items) {
        return items == null ? null : Arrays.asList(items);
    }

    /** The same list, or a new one, with another item. */
    static <T> List<T> append(@Nullable List<T> items, T item) {
        List<T> longer = items instanceof ArrayList ? items : new ArrayList<>(items == null ? List.of() : items);
        longer.add(item);
        return longer;
    }

    /** A list that {@link #append} no longer changes. */
    static <T> @Nullable List<T> frozen(@Nullable List<T> items) {
        return items instanceof ArrayList ? List.copyOf(items) : items;
    }

    /** An unmodifiable copy of a plain value. The caller knows its type: lists stay lists, and maps stay maps. */
    @SuppressWarnings("unchecked")
    static <T> @Nullable T plain(String field, @Nullable Object value) {
        return value == null ? null : (T) copyOfPlain(field, value);
    }

    private static Object copyOfPlain(String field, Object value) {
        if (value instanceof Map<?, ?> members) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                if (!(member.getKey() instanceof String key)) {
                    throw new IllegalArgumentException(field + " has a map whose keys are not all text");
                }
                copy.put(key, member.getValue() == null ? null : copyOfPlain(field, member.getValue()));
            }
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof Iterable<?> items) {
            List<@Nullable Object> copy = new ArrayList<>();
            for (Object item : items) {
                copy.add(item == null ? null : copyOfPlain(field, item));
            }
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Double || value instanceof Float) {
            finite(field, ((Number) value).doubleValue());
        } else if (!isPlain(value)) {
            throw new IllegalArgumentException(field + " takes text, numbers, true and false, lists and maps of these,"
                    + " not " + value.getClass().getName());
        }
        return value;
    }

    private static boolean isPlain(Object value) {
        return value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigDecimal
                || value instanceof BigInteger
                || value instanceof OpenValue
                || value instanceof Instant;
    }

    /** A finite number, as the wire requires. */
    static @Nullable Double finite(String field, @Nullable Double value) {
        if (value != null && (value.isNaN() || value.isInfinite())) {
            throw new IllegalArgumentException(field + " must be a finite number, not " + value);
        }
        return value;
    }

    /** A number between 0 and 1. */
    static @Nullable Double rate(String field, @Nullable Double value) {
        if (value != null && !(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(field + " must be between 0 and 1, not " + value);
        }
        return value;
    }

    /** A map as JSON text; null when it is empty, since templates without variables do not accept an empty object. */
    static @Nullable String json(Map<String, String> members) {
        if (members.isEmpty()) {
            return null;
        }
        StringBuilder json = new StringBuilder("{");
        for (Map.Entry<String, String> member : members.entrySet()) {
            if (json.length() > 1) {
                json.append(',');
            }
            quote(json, member.getKey());
            quote(json.append(':'), member.getValue());
        }
        return json.append('}').toString();
    }

    /** A list as JSON text. */
    static String json(List<String> items) {
        StringBuilder json = new StringBuilder("[");
        for (String item : items) {
            if (json.length() > 1) {
                json.append(',');
            }
            quote(json, item);
        }
        return json.append(']').toString();
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < ' ') {
                        json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
