package io.github.alimsg.cams.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An object inside a content. Immutable; equal to another of its class with the same members. */
abstract class ContentPart {
    private final Map<String, Object> members;

    ContentPart(Map<String, Object> members) {
        this.members = Collections.unmodifiableMap(members);
    }

    final Map<String, Object> members() {
        return members;
    }

    /** Members by name and value in turns, in this order; those that are null are left out. */
    static Map<String, Object> object(@Nullable Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                members.put((String) Objects.requireNonNull(namesAndValues[i]), value);
            }
        }
        return members;
    }

    /** The same members with one added or replaced; with null, removed. */
    static Map<String, Object> with(Map<String, Object> members, String name, @Nullable Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(members);
        if (value == null) {
            copy.remove(name);
        } else {
            copy.put(name, value);
        }
        return copy;
    }

    /** The same members, with an item added to the list of a name. */
    static Map<String, Object> adding(Map<String, Object> members, String name, Object item) {
        List<Object> items = new ArrayList<>();
        if (members.get(name) instanceof List<?> before) {
            items.addAll(before);
        }
        items.add(item);
        return with(members, name, Collections.unmodifiableList(items));
    }

    /** The content of parts, in order. */
    static List<Object> list(String name, ContentPart... parts) {
        if (parts.length == 0) {
            throw new IllegalArgumentException(name + " is empty; give at least one");
        }
        List<Object> items = new ArrayList<>();
        for (ContentPart part : parts) {
            items.add(Objects.requireNonNull(part, name).members());
        }
        return Collections.unmodifiableList(items);
    }

    /**
     * Checks a required text.
     *
     * @throws IllegalArgumentException when it is empty, or cut in the middle of a character; never quotes it
     */
    static String text(String name, String value) {
        Objects.requireNonNull(value, name);
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + " is empty");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException(name + " holds half a character at index " + i
                        + "; cut texts between code points, not inside an emoji");
            }
        }
        return value;
    }

    /** Checks an optional text; null when it is absent. */
    static @Nullable String textOrNull(String name, @Nullable String value) {
        return value == null ? null : text(name, value);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other != null && other.getClass() == getClass() && ((ContentPart) other).members.equals(members);
    }

    @Override
    public final int hashCode() {
        return members.hashCode();
    }

    /** Shows which members are set, without their values. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + members.keySet();
    }
}
