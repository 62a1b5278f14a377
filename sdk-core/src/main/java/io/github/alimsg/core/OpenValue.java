package io.github.alimsg.core;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value from a list that the service may extend. Documented values are constants; any other text is allowed too. Two
 * values are equal when their class and text are equal.
 */
public abstract class OpenValue {
    private final String value;

    /**
     * Called by generated value types.
     *
     * @param value the text on the wire
     */
    protected OpenValue(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** {@return the text on the wire} */
    public final String value() {
        return value;
    }

    /**
     * Finds a constant, ignoring case, for values that the service spells in several ways.
     *
     * @param value the text on the wire
     * @param known the constants
     * @param other makes a value from any other text
     * @param <T> the type of the value
     * @return the constant, if there is one; a new value otherwise
     */
    protected static <T extends OpenValue> T inAnyCase(String value, List<T> known, Function<String, T> other) {
        String text = value.strip();
        for (T constant : known) {
            if (constant.value().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        return other.apply(text);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other != null && other.getClass() == getClass() && ((OpenValue) other).value.equals(value);
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    /** The text on the wire. */
    @Override
    public final String toString() {
        return value;
    }
}
