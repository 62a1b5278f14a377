package io.github.alimsg.core.wire;

import io.github.alimsg.core.OpenValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What generated builders and models do with values: copies that cannot change, and checks. Not for applications. */
public final class ModelValues {
    private static final int MAX_YEAR = 9999;

    private ModelValues() {}

    /**
     * Refuses an object whose required fields are missing.
     *
     * @param type the object's class
     * @param namesAndValues names of required fields, each followed by its value
     * @throws IllegalArgumentException naming all that are missing
     */
    public static void require(String type, @Nullable Object... namesAndValues) {
        String missing = namesOf(namesAndValues, true);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(type + " needs " + missing);
        }
    }

    /** The names whose values are null, or those whose values aren't. */
    private static String namesOf(@Nullable Object[] namesAndValues, boolean absent) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if ((namesAndValues[i + 1] == null) == absent) {
                names.append(names.length() == 0 ? "" : ", ").append(namesAndValues[i]);
            }
        }
        return names.toString();
    }

    /**
     * What a field is set to together with others, unless a setter said otherwise.
     *
     * @param <T> what the field holds
     * @param type the object's class
     * @param whole the method that sets several fields
     * @param field the field
     * @param besides what the field's own setter was given; null when it was not called
     * @param value what the method sets it to
     * @return the value
     * @throws IllegalArgumentException when the two differ
     */
    public static <T> T agreed(String type, String whole, String field, @Nullable T besides, T value) {
        if (besides != null && !besides.equals(value)) {
            throw new IllegalArgumentException(
                    type + ": " + whole + "(…) sets " + field + " too, to another value; leave out one of the two");
        }
        return value;
    }

    /**
     * Refuses fields that make no sense beside what a method sets together.
     *
     * @param type the object's class
     * @param whole the method that sets several fields
     * @param namesAndValues names of the fields, each followed by its value
     * @throws IllegalArgumentException naming all that are set
     */
    public static void alone(String type, String whole, @Nullable Object... namesAndValues) {
        String besides = namesOf(namesAndValues, false);
        if (!besides.isEmpty()) {
            throw new IllegalArgumentException(
                    type + ": " + whole + "(…) excludes " + besides + "; leave out one or the other");
        }
    }

    /**
     * A value, unless it is the one that was copied from another object.
     *
     * @param <T> what the field holds
     * @param value the value
     * @param copied what was copied
     * @return the value; null when it is what was copied
     */
    public static <T> @Nullable T unless(@Nullable T value, @Nullable T copied) {
        return Objects.equals(value, copied) ? null : value;
    }

    /**
     * Texts by name, such as the values of a template's variables. That there are none is not said to the service.
     *
     * @param texts the texts
     * @return the texts; null when there are none
     */
    public static @Nullable Map<String, String> unlessEmpty(@Nullable Map<String, String> texts) {
        return texts == null || texts.isEmpty() ? null : texts;
    }

    /**
     * A list that cannot change, and lists and maps in it likewise.
     *
     * @param <T> what the list holds
     * @param field the field it is for
     * @param items the list
     * @return the copy; null for null
     * @throws NullPointerException when something in it is null; names the field
     */
    public static <T> @Nullable List<T> copy(String field, @Nullable List<T> items) {
        if (items == null) {
            return null;
        }
        List<T> copy = new ArrayList<>(items.size());
        for (T item : items) {
            copy.add(copyOfItem(field, item));
        }
        return Collections.unmodifiableList(copy);
    }

    /**
     * A map that cannot change, and lists and maps in it likewise.
     *
     * @param <T> what the map holds
     * @param field the field it is for
     * @param members the map
     * @return the copy; null for null
     * @throws NullPointerException when something in it is null; names the field
     */
    public static <T> @Nullable Map<String, T> copy(String field, @Nullable Map<String, T> members) {
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

    /**
     * What is held in a list or a map, which is never null.
     *
     * @param <T> what it is
     * @param field the field of the list or map
     * @param item the item
     * @return the item
     * @throws NullPointerException when it is null; names the field
     */
    public static <T> T item(String field, @Nullable T item) {
        if (item == null) {
            throw new NullPointerException(field + " must not hold null");
        }
        return item;
    }

    /**
     * The first text that says something.
     *
     * @param texts the texts
     * @return the first that is neither null nor empty; null when there is none
     */
    public static @Nullable String firstOf(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null && !text.isEmpty()) {
                return text;
            }
        }
        return null;
    }

    /**
     * The first item of a list.
     *
     * @param texts the list
     * @return its first item; null when it has none
     */
    public static @Nullable String firstOf(List<String> texts) {
        return texts.isEmpty() ? null : texts.get(0);
    }

    /**
     * A list of what is given one by one.
     *
     * @param <T> what it holds
     * @param items the items
     * @return the list; null for null
     */
    public static <T> @Nullable List<T> list(T @Nullable [] items) {
        return items == null ? null : Arrays.asList(items);
    }

    /**
     * A list with one item more. It can still change, until it is {@linkplain #frozen frozen}.
     *
     * @param <T> what it holds
     * @param items the list so far; null for none
     * @param item the item
     * @return the same list, or a new one
     */
    public static <T> List<T> append(@Nullable List<T> items, T item) {
        List<T> longer = items instanceof ArrayList ? items : new ArrayList<>(items == null ? List.of() : items);
        longer.add(item);
        return longer;
    }

    /**
     * A list that {@link #append} no longer changes.
     *
     * @param <T> what it holds
     * @param items the list
     * @return the list; null for null
     */
    public static <T> @Nullable List<T> frozen(@Nullable List<T> items) {
        return items instanceof ArrayList ? List.copyOf(items) : items;
    }

    /**
     * A copy of a plain value that cannot change: text, number, truth value, list or map of such.
     *
     * @param <T> what the caller knows it to be; lists stay lists, and maps maps
     * @param field the field it is for
     * @param value the value
     * @return the copy; null for null
     * @throws IllegalArgumentException when it is of another class; names the field and the class
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller knows the type of its field
    public static <T> @Nullable T plain(String field, @Nullable Object value) {
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

    /**
     * A date that the wire can carry.
     *
     * @param field the field it is for
     * @param value the date
     * @return the date
     * @throws IllegalArgumentException when its year has not four digits
     */
    public static @Nullable LocalDate date(String field, @Nullable LocalDate value) {
        if (value != null && (value.getYear() < 0 || value.getYear() > MAX_YEAR)) {
            throw new IllegalArgumentException(field + " must be a date of a year from 0 to 9999, not " + value);
        }
        return value;
    }

    /**
     * A number that the wire can carry.
     *
     * @param field the field it is for
     * @param value the number
     * @return the number
     * @throws IllegalArgumentException when it is infinite or no number
     */
    public static @Nullable Double finite(String field, @Nullable Double value) {
        if (value != null && (value.isNaN() || value.isInfinite())) {
            throw new IllegalArgumentException(field + " must be a finite number, not " + value);
        }
        return value;
    }

    /**
     * A share.
     *
     * @param field the field it is for
     * @param value the number
     * @return the number
     * @throws IllegalArgumentException when it is not between 0 and 1
     */
    public static @Nullable Double rate(String field, @Nullable Double value) {
        if (value != null && !(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(field + " must be between 0 and 1, not " + value);
        }
        return value;
    }

    /**
     * A map as JSON text.
     *
     * @param members the map
     * @return the text; null when the map is empty, since a template without variables takes no empty object
     */
    public static @Nullable String json(Map<String, String> members) {
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

    /**
     * A list as JSON text.
     *
     * @param items the list
     * @return the text
     */
    public static String json(List<String> items) {
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
                        json.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
