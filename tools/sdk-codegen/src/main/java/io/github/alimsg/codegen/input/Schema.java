package io.github.alimsg.codegen.input;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
 * @param text what the vendor says about it; null when nothing
 */
public record Schema(
        String type,
        @Nullable String format,
        @Nullable String reference,
        Map<String, Schema> properties,
        @Nullable Schema items,
        @Nullable Schema additional,
        boolean required,
        boolean deprecated,
        @Nullable String text) {

    /** A value that may be anything. */
    public static final Schema ANY = new Schema("any", null, null, Map.of(), null, null, false, false, null);

    /** {@return whether it is a single value: text, a number or a truth value} */
    public boolean isScalar() {
        return reference == null
                && switch (type) {
                    case "string", "integer", "number", "boolean" -> true;
                    default -> false;
                };
    }

    Schema withRequired(boolean needed) {
        return new Schema(type, format, reference, properties, items, additional, needed, deprecated, text);
    }

    /**
     * One schema in place of two of the same shape: what one of them requires is required, and the words are those of
     * the first that has some.
     *
     * @param other the other schema
     * @return both in one; null when their shapes differ
     */
    @Nullable
    Schema merged(Schema other) {
        boolean same = type.equals(other.type)
                && Objects.equals(format, other.format)
                && Objects.equals(reference, other.reference)
                && properties.keySet().equals(other.properties.keySet())
                && (items == null) == (other.items == null)
                && (additional == null) == (other.additional == null);
        if (!same) {
            return null;
        }
        Map<String, Schema> members = new LinkedHashMap<>();
        for (Map.Entry<String, Schema> member : properties.entrySet()) {
            Schema both = member.getValue().merged(Objects.requireNonNull(other.properties.get(member.getKey())));
            if (both == null) {
                return null;
            }
            members.put(member.getKey(), both);
        }
        Schema item = items == null || other.items == null ? null : items.merged(other.items);
        Schema value = additional == null || other.additional == null ? null : additional.merged(other.additional);
        if (items != null && item == null || additional != null && value == null) {
            return null;
        }
        return new Schema(
                type,
                format,
                reference,
                members,
                item,
                value,
                required || other.required,
                deprecated && other.deprecated,
                text == null ? other.text : text);
    }
}
