package io.github.alimsg.codegen.golden.post.model;

import io.github.alimsg.core.wire.Generated;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the {@code toString} of a model: what is set, without personal or secret values. */
@Generated
final class Shown {
    private final StringBuilder text;
    private String separator = "";

    Shown(String type) {
        this.text = new StringBuilder(type).append('{');
    }

    Shown add(String name, @Nullable Object value) {
        if (value != null) {
            text.append(separator).append(name).append('=').append(value);
            separator = ", ";
        }
        return this;
    }

    /** Shows that a value is set, and its size. */
    Shown hide(String name, @Nullable Object value) {
        return value == null ? this : add(name, hidden(value));
    }

    private static String hidden(Object value) {
        if (value instanceof String hidden) {
            return io.github.alimsg.core.wire.Shown.inPlaceOf(hidden);
        }
        if (value instanceof Collection<?> items) {
            return "<" + items.size() + " items>";
        }
        return value instanceof Map<?, ?> members ? "<" + members.size() + " entries>" : "<hidden>";
    }

    /** Shows the names of parameters, since their values may be anything. */
    Shown extra(Map<String, String> params) {
        return params.isEmpty() ? this : add("extraParams", params.keySet());
    }

    @Override
    public String toString() {
        return text.append('}').toString();
    }
}
