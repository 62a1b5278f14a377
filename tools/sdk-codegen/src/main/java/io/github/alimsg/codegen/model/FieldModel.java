package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.PhoneStyle;
import java.util.List;
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
 * @param only wire name of the object's only member, when the field is an object on the wire that is replaced by what
 *     it holds; null when it is not
 */
public record FieldModel(
        String wireName,
        String javaName,
        TypeModel type,
        boolean required,
        boolean sensitive,
        @Nullable String deprecated,
        @Nullable PhoneStyle phone,
        String words,
        @Nullable String only) {

    /** {@return its name on the wire, and that of the member that it is in Java} */
    public List<String> wireNames() {
        return only == null ? List.of(wireName) : List.of(wireName, only);
    }

    /** {@return whether another field differs in nothing but its words} */
    boolean sameShape(FieldModel other) {
        return wireNames().equals(other.wireNames())
                && javaName.equals(other.javaName)
                && type.equals(other.type)
                && required == other.required
                && sensitive == other.sensitive
                && Objects.equals(deprecated, other.deprecated)
                && phone == other.phone;
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
                && (!sameDirection || required == other.required && phone == other.phone);
    }

    /** The field with the object that it is or holds of a class of the package. */
    FieldModel ofSharedClass() {
        return new FieldModel(
                wireName, javaName, type.ofSharedClass(), required, sensitive, deprecated, phone, words, only);
    }

    /** The field as a class has it that several requests and responses share. */
    FieldModel shared(boolean required, boolean sensitive, @Nullable String deprecated, @Nullable PhoneStyle phone) {
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

    /** {@return whether its text can be given and read as it travels} */
    public boolean isJsonText() {
        return type instanceof TypeModel.JsonMap
                || type instanceof TypeModel.JsonList
                || type instanceof TypeModel.JsonMaps;
    }
}
