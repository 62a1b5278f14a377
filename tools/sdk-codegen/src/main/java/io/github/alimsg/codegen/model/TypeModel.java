package io.github.alimsg.codegen.model;

/** What a field holds. */
public sealed interface TypeModel {
    /** The plain kinds of a single value. */
    enum Kind {
        /** Text. */
        TEXT,
        /** An integer of 32 bits. */
        INTEGER,
        /** An integer of 64 bits. */
        LONG,
        /** True or false. */
        BOOLEAN,
        /** A floating-point number. */
        DOUBLE,
        /** A floating-point number between 0 and 1. */
        RATE,
        /** A number of any precision. */
        DECIMAL,
        /** Milliseconds since 1970. */
        MILLIS,
        /** Seconds since 1970. */
        SECONDS
    }

    /**
     * A single value.
     *
     * @param kind what it is in Java
     * @param asText whether it is text on the wire
     */
    record Scalar(Kind kind, boolean asText) implements TypeModel {}

    /**
     * A value from a list that the service may extend.
     *
     * @param name the value type's class
     */
    record Open(String name) implements TypeModel {}

    /** Any plain value: text, number, truth value, or a list or map of these. */
    record Any() implements TypeModel {}

    /** A map of texts that is sent as JSON text, and can be set as one. */
    record JsonMap() implements TypeModel {}

    /** A list of texts that is sent as JSON text, and can be set as one. */
    record JsonList() implements TypeModel {}

    /**
     * An object with its own class.
     *
     * @param name the class, nested in the request or response
     */
    record Struct(String name) implements TypeModel {}

    /**
     * A list.
     *
     * @param item the type of its items
     */
    record Items(TypeModel item) implements TypeModel {}

    /**
     * An object whose members' names are data.
     *
     * @param value the type of the members
     */
    record Members(TypeModel value) implements TypeModel {}
}
