package io.github.alimsg.codegen.output;

import io.github.alimsg.codegen.model.FieldModel;
import io.github.alimsg.codegen.model.TypeModel;
import io.github.alimsg.codegen.model.TypeModel.OpenForm;

/** Says what a field is on the wire, where nobody could tell it from its name and type in Java. */
final class WireWords {
    private WireWords() {}

    /** A sentence of javadoc; empty when there is nothing to say. */
    static String of(FieldModel field) {
        String wireName = String.join(".", field.wireNames());
        String name = field.javaName().equalsIgnoreCase(wireName) ? "" : JavadocText.code(wireName);
        String form = form(field.type());
        if (name.isEmpty()) {
            return form.isEmpty() ? "" : "On the wire " + form + ".";
        }
        return "On the wire: " + name + (form.isEmpty() ? "" : ", " + form) + ".";
    }

    private static String form(TypeModel type) {
        if (type instanceof TypeModel.Items items) {
            return form(items.item());
        }
        if (type instanceof TypeModel.Open open) {
            return open.form() == OpenForm.UPPER_CASE ? "in upper case" : "";
        }
        if (!(type instanceof TypeModel.Scalar scalar)) {
            return "";
        }
        return switch (scalar.kind()) {
            case MILLIS -> "in milliseconds since 1970";
            case SECONDS -> "in seconds since 1970";
            case MOMENT -> "as text with its offset from UTC";
            case DATE -> "as {@code 2026-11-28}";
            case BASIC_DATE -> "as {@code 20261128}";
            case YES_NO -> "as {@code Y} or {@code N}";
            case BOOLEAN -> scalar.asText() ? "as text, {@code true} or {@code false}" : "";
            case TEXT, INTEGER, LONG, DOUBLE, RATE, DECIMAL -> "";
        };
    }
}
