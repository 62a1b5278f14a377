package io.github.alimsg.codegen.golden.post.model;

import io.github.alimsg.core.wire.Generated;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together what {@code toString} of a model says: what is set, and no value that is personal or secret. */
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

    /** Shows that something is set, and how large it is. */
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

    /** Shows the names of parameters whose values may be anything. */
    Shown extra(Map<String, String> params) {
        return params.isEmpty() ? this : add("extraParams", params.keySet());
    }

    @Override
    public String toString() {
        return text.append('}').toString();
    }
}
