package io.github.alimsg.codegen.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field of a request, a response or an object in one.
 *
 * @param wireName its name on the wire
 * @param javaName its accessor
 * @param type what it holds
 * @param required whether it has to be set
 * @param sensitive whether its value is never shown
 * @param deprecated what to use instead; null when it is not deprecated
 * @param phone how it wants phone numbers written; null when it holds none
 * @param words what it is, in our words
 */
public record FieldModel(
        String wireName,
        String javaName,
        TypeModel type,
        boolean required,
        boolean sensitive,
        @Nullable String deprecated,
        @Nullable PhoneModel phone,
        String words) {

    /** {@return whether another field differs in nothing but its words} */
    boolean sameShape(FieldModel other) {
        return wireName.equals(other.wireName)
                && javaName.equals(other.javaName)
                && type.equals(other.type)
                && required == other.required
                && sensitive == other.sensitive
                && Objects.equals(deprecated, other.deprecated)
                && Objects.equals(phone, other.phone);
    }

    /** {@return whether it is a list or a map, which is empty rather than null when absent} */
    public boolean isCollection() {
        return type instanceof TypeModel.Items
                || type instanceof TypeModel.Members
                || type instanceof TypeModel.JsonMap
                || type instanceof TypeModel.JsonList;
    }

    /** {@return whether its text can be given and read as it travels} */
    public boolean isJsonText() {
        return type instanceof TypeModel.JsonMap || type instanceof TypeModel.JsonList;
    }
}
