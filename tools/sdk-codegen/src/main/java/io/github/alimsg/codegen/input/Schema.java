package io.github.alimsg.codegen.input;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value's shape, as in the metadata.
 *
 * @param type the declared type; {@code any} when none is declared
 * @param format how a number is kept, such as {@code int32}; null when not declared
 * @param reference name of the component schema that replaces this one; null when there is none
 * @param properties members of an object
 * @param items the items of a list; null when not declared
 * @param additional the values of a map; null when the object is not a map
 * @param required whether the value is required
 * @param deprecated whether the service deprecates it
 */
public record Schema(
        String type,
        @Nullable String format,
        @Nullable String reference,
        Map<String, Schema> properties,
        @Nullable Schema items,
        @Nullable Schema additional,
        boolean required,
        boolean deprecated) {

    /** A value that may be anything. */
    public static final Schema ANY = new Schema("any", null, null, Map.of(), null, null, false, false);
}
