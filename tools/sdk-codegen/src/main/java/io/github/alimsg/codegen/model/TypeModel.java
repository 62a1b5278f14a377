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
     * @param asText whether the wire wants it as text
     */
    record Scalar(Kind kind, boolean asText) implements TypeModel {}

    /**
     * One of a list of values that the service may add to.
     *
     * @param name the value type's class
     */
    record Open(String name) implements TypeModel {}

    /** Anything plain: text, number, truth value, or a list or map of such. */
    record Any() implements TypeModel {}

    /** A map of texts that travels as a JSON text, and can be given as one. */
    record JsonMap() implements TypeModel {}

    /** A list of texts that travels as a JSON text, and can be given as one. */
    record JsonList() implements TypeModel {}

    /**
     * An object of a class of its own.
     *
     * @param name the class, nested in the request or response
     */
    record Struct(String name) implements TypeModel {}

    /**
     * A list.
     *
     * @param item what it holds
     */
    record Items(TypeModel item) implements TypeModel {}

    /**
     * An object whose members' names are data.
     *
     * @param value what the members hold
     */
    record Members(TypeModel value) implements TypeModel {}
}
