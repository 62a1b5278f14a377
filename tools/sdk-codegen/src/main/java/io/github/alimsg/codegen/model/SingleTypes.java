package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.Customization;
import io.github.alimsg.codegen.input.Customization.ValueField;
import io.github.alimsg.codegen.input.Customization.ValueType;
import io.github.alimsg.codegen.input.Direction;
import io.github.alimsg.codegen.input.FieldPath;
import io.github.alimsg.codegen.input.FieldType;
import io.github.alimsg.codegen.input.Metadata;
import io.github.alimsg.codegen.input.Schema;
import io.github.alimsg.codegen.model.TypeModel.Kind;
import io.github.alimsg.codegen.model.TypeModel.OpenForm;
import io.github.alimsg.codegen.model.TypeModel.Scalar;
import org.jspecify.annotations.Nullable;

/** Decides the types of texts, numbers and truth values, which the customization may replace. */
final class SingleTypes {
    private final Metadata metadata;
    private final Customization customization;
    private final boolean ofRequests;
    private final OwnerProblems problems;

    SingleTypes(Metadata metadata, Customization customization, Direction direction, OwnerProblems problems) {
        this.metadata = metadata;
        this.customization = customization;
        this.ofRequests = direction == Direction.REQUEST;
        this.problems = problems;
    }

    /**
     * What is known about a field apart from its schema.
     *
     * @param type the type that the customization gives it
     * @param open the value type that the customization gives it
     * @param many whether it has several values, and so a plural name
     */
    record Said(@Nullable FieldType type, @Nullable ValueField open, boolean many) {
        Said several() {
            return new Said(type, open, true);
        }
    }

    /** Looks up what the customization says about a field, which applies to the innermost item of its lists. */
    Said said(FieldPath path, Schema schema) {
        Schema inner = innermost(schema);
        boolean text = inner.type().equals("string");
        boolean integer = inner.type().equals("integer");
        FieldType type =
                customization.types().find(path, text || integer || inner.type().equals("number"));
        ValueField open = customization.valueFields().find(path, text || integer);
        if (type != null && open != null) {
            problems.add(
                    customization.valueFields().placeOf(path),
                    path + " has a type and is a value of " + open.type(),
                    "remove it from types or from values");
        }
        if (open != null && !text) {
            checkNumbers(path, open.type());
        }
        boolean fits = type == null || fits(type, path, text, metadata.resolvedOrAny(schema));
        return new Said(fits ? type : null, open, false);
    }

    private boolean fits(FieldType type, FieldPath path, boolean text, Schema schema) {
        if (type.isJsonText() && !schema.type().equals("string")) {
            problems.add(
                    customization.types().placeOf(path),
                    path + " is not a single text, so it cannot be JSON as text",
                    "give it another type, or none");
            return false;
        }
        if (type.isOfText() && !text) {
            problems.add(customization.types().placeOf(path), path + " is not text", "give it another type, or none");
            return false;
        }
        return true;
    }

    private void checkNumbers(FieldPath path, String name) {
        ValueType type = customization.valueTypes().get(name);
        if (type != null) {
            type.values().stream()
                    .filter(value -> !value.isNumber())
                    .forEach(value -> problems.add(
                            value.position(),
                            path + " is a number, and the value '" + value.wire() + "' of " + name + " is none",
                            "remove the value, or give the field another type"));
        }
    }

    private Schema innermost(Schema schema) {
        Schema inner = metadata.resolvedOrAny(schema);
        for (int depth = 0; depth < 20; depth++) {
            Schema deeper = inner.type().equals("array") ? inner.items() : isMap(inner) ? inner.additional() : null;
            if (deeper == null) {
                break;
            }
            inner = metadata.resolvedOrAny(deeper);
        }
        return inner;
    }

    private static boolean isMap(Schema schema) {
        return schema.type().equals("object") && schema.properties().isEmpty() && schema.additional() != null;
    }

    /** Decides the type of a single value. */
    TypeModel of(FieldPath path, Schema schema, Said said) {
        boolean text = schema.type().equals("string");
        String format = schema.format() == null ? "" : schema.format();
        if (format.equals("binary")) {
            problems.addUnsupported(path + " holds binary data, which cannot be generated");
        }
        if (said.type() != null) {
            return replaced(said.type(), text);
        }
        ValueField open = said.open();
        if (open != null && (text || schema.type().equals("integer"))) {
            OpenForm form = open.inUpperCase() ? OpenForm.UPPER_CASE : OpenForm.TEXT;
            return new TypeModel.Open(open.type(), text ? form : OpenForm.NUMBER);
        }
        return switch (schema.type()) {
            case "boolean" -> new Scalar(Kind.BOOLEAN, false);
            case "integer" -> new Scalar(format.equals("int32") ? Kind.INTEGER : Kind.LONG, false);
            case "number" -> new Scalar(Kind.DOUBLE, false);
            default -> new Scalar(Kind.TEXT, true);
        };
    }

    private TypeModel replaced(FieldType type, boolean text) {
        TypeModel plainText = new Scalar(Kind.TEXT, true);
        return switch (type) {
            case INSTANT -> new Scalar(Kind.MILLIS, text);
            case INSTANT_SECONDS -> new Scalar(Kind.SECONDS, text);
            case INSTANT_TEXT -> new Scalar(Kind.MOMENT, true);
            case DATE -> new Scalar(Kind.DATE, true);
            case BASIC_DATE -> new Scalar(Kind.BASIC_DATE, true);
            case BOOLEAN -> new Scalar(Kind.BOOLEAN, true);
            case YES_NO -> new Scalar(Kind.YES_NO, true);
            case LONG -> new Scalar(Kind.LONG, text);
            case INTEGER -> new Scalar(Kind.INTEGER, text);
            case DOUBLE -> new Scalar(Kind.DOUBLE, text);
            case RATE -> new Scalar(Kind.RATE, text);
            case DECIMAL -> new Scalar(Kind.DECIMAL, text);
            case TEXT -> plainText;
            case JSON_MAP_TEXT -> ofRequests ? new TypeModel.JsonMap() : new TypeModel.Members(plainText);
            case JSON_LIST_TEXT -> ofRequests ? new TypeModel.JsonList() : new TypeModel.Items(plainText);
            case JSON_MAPS_TEXT -> maps(new TypeModel.JsonMaps(plainText));
            case JSON_OBJECTS_TEXT -> maps(new TypeModel.JsonMaps(new TypeModel.Any()));
        };
    }

    private TypeModel maps(TypeModel.JsonMaps maps) {
        return ofRequests ? maps : maps.list();
    }
}
