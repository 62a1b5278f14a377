package io.github.alimsg.codegen.input;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The types that the customization can give a field to replace the metadata's. */
public enum FieldType {
    /** Milliseconds since 1970. */
    INSTANT("instant"),
    /** Seconds since 1970. */
    INSTANT_SECONDS("instant-seconds"),
    /** Text that says its offset from UTC. */
    INSTANT_TEXT("instant-text"),
    /** A date as 2026-11-28. */
    DATE("date"),
    /** A date as 20261128. */
    BASIC_DATE("basic-date"),
    /** The text true or false. */
    BOOLEAN("boolean"),
    /** The text Y or N. */
    YES_NO("yes-no"),
    /** An integer of 64 bits. */
    LONG("long"),
    /** An integer of 32 bits. */
    INTEGER("integer"),
    /** A floating-point number. */
    DOUBLE("double"),
    /** A number of any precision. */
    DECIMAL("decimal"),
    /** Text. */
    TEXT("text"),
    /** Text that holds a JSON object of texts. */
    JSON_MAP_TEXT("json-map-text"),
    /** Text that holds a JSON list of texts. */
    JSON_LIST_TEXT("json-list-text"),
    /** Text that holds a JSON list of objects of texts. */
    JSON_MAPS_TEXT("json-maps-text"),
    /** Text that holds a JSON list of objects of plain values. */
    JSON_OBJECTS_TEXT("json-objects-text"),
    /** A number between 0 and 1. */
    RATE("rate");

    private final String word;

    FieldType(String word) {
        this.word = word;
    }

    static @Nullable FieldType of(String word) {
        for (FieldType type : values()) {
            if (type.word.equals(word)) {
                return type;
            }
        }
        return null;
    }

    static String words() {
        return Arrays.stream(values()).map(type -> type.word).collect(Collectors.joining(", "));
    }

    /** {@return whether the field's text holds JSON} */
    public boolean isJsonText() {
        return word.startsWith("json-");
    }

    /** {@return whether only text can hold it} */
    public boolean isOfText() {
        return this == INSTANT_TEXT || this == DATE || this == BASIC_DATE || this == YES_NO || this == BOOLEAN;
    }
}
