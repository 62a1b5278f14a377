// Generated from metadata.json, customization.yaml and docs.yaml; do not edit.
package io.github.alimsg.codegen.golden.post.model;

import io.github.alimsg.core.OpenValue;
import io.github.alimsg.core.wire.JsonReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How soon a letter is carried.
 * <p>The service may add values: {@link #of} takes any text.
 */
public final class Priority extends OpenValue {
    /**
     * When there is room.
     * On the wire: {@code -1}.
     */
    public static final Priority LATE = new Priority("-1");

    /**
     * Before all others.
     * On the wire: {@code 1}.
     */
    public static final Priority FIRST = new Priority("1");

    private static final List<Priority> KNOWN = List.of(LATE, FIRST);

    private Priority(String value) {
        super(value);
    }

    /**
     * Returns the value of a number, known or not.
     *
     * @param value the number on the wire
     * @return the constant, if there is one; a new value otherwise
     */
    public static Priority of(long value) {
        return of(Long.toString(value));
    }

    static @Nullable Priority readNumber(JsonReader in) {
        Long number = in.longValue();
        return number == null ? null : of(number);
    }

    /**
     * Returns the value of a text, known or not.
     *
     * @param value the text on the wire
     * @return the constant, if there is one; a new value otherwise
     */
    public static Priority of(String value) {
        return switch (value) {
            case "-1" -> LATE;
            case "1" -> FIRST;
            default -> new Priority(value);
        };
    }

    /**
     * Returns the documented values.
     *
     * @return the constants of this class
     */
    public static List<Priority> known() {
        return KNOWN;
    }

    static @Nullable Priority read(JsonReader in) {
        String text = in.string();
        return text == null ? null : of(text);
    }
}
