package io.github.alimsg.core.wire;

import io.github.alimsg.core.internal.encoding.HiddenText;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the {@code toString} of a model: what is set, without personal or secret values. */
public final class Shown {
    private final StringBuilder text;
    private String separator = "";

    /**
     * Begins a text.
     *
     * @param type the model's class
     */
    public Shown(String type) {
        this.text = new StringBuilder(type).append('{');
    }

    /**
     * Returns what is shown in place of a text.
     *
     * @param text the text to hide
     * @return its length in code points, such as {@code <11 chars>}
     */
    public static String inPlaceOf(String text) {
        return HiddenText.of(text);
    }

    /**
     * Shows a field that is set.
     *
     * @param name the field
     * @param value its value; null when it is not set
     * @return this
     */
    public Shown add(String name, @Nullable Object value) {
        if (value != null) {
            text.append(separator).append(name).append('=').append(value);
            separator = ", ";
        }
        return this;
    }

    /**
     * Shows that a field is set, and how large it is.
     *
     * @param name the field
     * @param value its value; null when it is not set
     * @return this
     */
    public Shown hide(String name, @Nullable Object value) {
        return value == null ? this : add(name, hidden(value));
    }

    private static String hidden(Object value) {
        if (value instanceof String hidden) {
            return inPlaceOf(hidden);
        }
        if (value instanceof Collection<?> items) {
            return "<" + items.size() + " items>";
        }
        return value instanceof Map<?, ?> members ? "<" + members.size() + " entries>" : "<hidden>";
    }

    /**
     * Shows the names of parameters whose values may be anything.
     *
     * @param params the parameters
     * @return this
     */
    public Shown extra(Map<String, String> params) {
        return params.isEmpty() ? this : add("extraParams", params.keySet());
    }

    /** {@return the text} */
    @Override
    public String toString() {
        return text.toString() + '}';
    }
}
