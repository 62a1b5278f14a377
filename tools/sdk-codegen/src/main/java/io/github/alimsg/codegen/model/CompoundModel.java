package io.github.alimsg.codegen.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A method of a request's builder that sets several fields at once.
 *
 * @param method its name
 * @param words what it does
 * @param type class of its only parameter; null when its parameters are {@code takes}
 * @param takes the fields that are its parameters, in order
 * @param parts the fields that it sets in addition
 * @param excludes the fields that cannot be set in addition
 */
public record CompoundModel(
        String method,
        String words,
        @Nullable String type,
        List<FieldModel> takes,
        List<CompoundPart> parts,
        List<FieldModel> excludes) {

    /**
     * A field that is set, and its value.
     *
     * @param field the field: text, or an open value
     * @param text the text, or the method of the parameter's class that returns it
     * @param read whether {@code text} is a method
     */
    public record CompoundPart(FieldModel field, String text, boolean read) {}

    /**
     * Returns the variable in which a builder records that a compound was set.
     *
     * @param method the compound's method
     * @return the variable's name
     */
    public static String slotName(String method) {
        return method + "Whole";
    }

    /** {@return the fields that must not be set once it is set} */
    public List<FieldModel> settled() {
        return Stream.concat(parts.stream().map(CompoundPart::field), excludes.stream())
                .toList();
    }
}
