package io.github.alimsg.codegen.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field of a request, a response or an object in one.
 *
 * @param wireName its name on the wire
 * @param javaName its accessor
 * @param type its type
 * @param required whether it has to be set
 * @param sensitive whether its value is never shown
 * @param deprecated what to use instead; null when it is not deprecated
 * @param phone how it takes phone numbers; null when it has none
 * @param words its documentation
 * @param only wire name of the only member of an object that is left out in Java: the field is that member; null if
 *     there is no such object
 */
public record FieldModel(
        String wireName,
        String javaName,
        TypeModel type,
        boolean required,
        boolean sensitive,
        @Nullable String deprecated,
        @Nullable PhoneModel phone,
        String words,
        @Nullable String only) {

    /** {@return its name on the wire; two names for the only member of an object that is left out in Java} */
    public List<String> wireNames() {
        return only == null ? List.of(wireName) : List.of(wireName, only);
    }

    /** {@return whether another field is the same except for its documentation} */
    boolean sameShape(FieldModel other) {
        return wireNames().equals(other.wireNames())
                && javaName.equals(other.javaName)
                && type.equals(other.type)
                && required == other.required
                && sensitive == other.sensitive
                && Objects.equals(deprecated, other.deprecated)
                && Objects.equals(phone, other.phone);
    }

    /**
     * Whether another field differs in nothing but its words, or in what only requests say: whether it is required, and
     * how it wants phone numbers.
     */
    boolean isLike(FieldModel other, boolean sameDirection) {
        return wireNames().equals(other.wireNames())
                && javaName.equals(other.javaName)
                && (sameDirection ? type.equals(other.type) : type.asRead().equals(other.type.asRead()))
                && sensitive == other.sensitive
                && Objects.equals(deprecated, other.deprecated)
                && (!sameDirection || required == other.required && Objects.equals(phone, other.phone));
    }

    /** The field with the object that it is or holds of a class of the package. */
    FieldModel ofSharedClass() {
        return new FieldModel(
                wireName, javaName, type.ofSharedClass(), required, sensitive, deprecated, phone, words, only);
    }

    /** The field as a class has it that several requests and responses share. */
    FieldModel shared(boolean required, boolean sensitive, @Nullable String deprecated, @Nullable PhoneModel phone) {
        return new FieldModel(wireName, javaName, type, required, sensitive, deprecated, phone, words, only);
    }

    /** The field with other words. */
    FieldModel withWords(String words) {
        return new FieldModel(wireName, javaName, type, required, sensitive, deprecated, phone, words, only);
    }

    /** {@return the field, which objects may lack} */
    FieldModel optional() {
        return new FieldModel(wireName, javaName, type, false, sensitive, deprecated, phone, words, only);
    }

    /** {@return whether it is a list or a map, which is empty rather than null when absent} */
    public boolean isCollection() {
        return type instanceof TypeModel.Items || type instanceof TypeModel.Members || isJsonText();
    }

    /** {@return whether its text can be set and read as sent} */
    public boolean isJsonText() {
        return type instanceof TypeModel.JsonMap
                || type instanceof TypeModel.JsonList
                || type instanceof TypeModel.JsonMaps;
    }
}
