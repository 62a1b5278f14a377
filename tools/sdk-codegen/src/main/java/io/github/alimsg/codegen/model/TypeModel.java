package io.github.alimsg.codegen.model;

import org.jspecify.annotations.Nullable;

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
        SECONDS,
        /** A moment as text that says its offset from UTC. */
        MOMENT,
        /** A date as 2026-11-28. */
        DATE,
        /** A date as 20261128. */
        BASIC_DATE,
        /** True or false as Y or N. */
        YES_NO
    }

    /**
     * A single value.
     *
     * @param kind what it is in Java
     * @param asText whether it is text on the wire
     */
    record Scalar(Kind kind, boolean asText) implements TypeModel {
        /** {@return the same value, however it is written} */
        @Override
        public TypeModel asRead() {
            return new Scalar(
                    switch (kind) {
                        case BASIC_DATE -> Kind.DATE;
                        case YES_NO -> Kind.BOOLEAN;
                        default -> kind;
                    },
                    true);
        }
    }

    /** How a request writes a value of a list that the service may add to. */
    enum OpenForm {
        /** As the value type has it. */
        TEXT,
        /** In upper case, where the value type has lower case. */
        UPPER_CASE,
        /** As a number. */
        NUMBER
    }

    /**
     * A value from a list that the service may extend.
     *
     * @param name the value type's class
     * @param form how it is written
     */
    record Open(String name, OpenForm form) implements TypeModel {}

    /** Any plain value: text, number, truth value, or a list or map of these. */
    record Any() implements TypeModel {}

    /** A map of texts that is sent as JSON text, and can be set as one. */
    record JsonMap() implements TypeModel {}

    /** A list of texts that is sent as JSON text, and can be set as one. */
    record JsonList() implements TypeModel {}

    /**
     * A list of maps that is sent as JSON text, and can be set as one.
     *
     * @param value what the maps hold
     */
    record JsonMaps(TypeModel value) implements TypeModel {
        /** {@return the list that the text holds} */
        public TypeModel list() {
            return new Items(new Members(value));
        }
    }

    /**
     * An object with its own class.
     *
     * @param name the class
     * @param shared whether it is a class of the package, and not nested in the request or response
     */
    record Struct(String name, boolean shared) implements TypeModel {
        /**
         * An object of a class that is nested in the request or response.
         *
         * @param name the class
         */
        public Struct(String name) {
            this(name, false);
        }
    }

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

    /** {@return the type as responses have it, for which it is no matter how a value is written} */
    default TypeModel asRead() {
        TypeModel text = new Scalar(Kind.TEXT, true);
        if (this instanceof Items items) {
            return new Items(items.item().asRead());
        }
        if (this instanceof Members members) {
            return new Members(members.value().asRead());
        }
        if (this instanceof Open open) {
            return open.form() == OpenForm.UPPER_CASE ? new Open(open.name(), OpenForm.TEXT) : open;
        }
        if (this instanceof JsonMaps maps) {
            return maps.list().asRead();
        }
        return this instanceof JsonMap ? new Members(text) : this instanceof JsonList ? new Items(text) : this;
    }

    /** {@return the object that it is or holds, at whatever depth; null when there is none} */
    default @Nullable Struct struct() {
        if (this instanceof Items items) {
            return items.item().struct();
        }
        if (this instanceof Members members) {
            return members.value().struct();
        }
        return this instanceof Struct struct ? struct : null;
    }

    /**
     * The same, with the object that it is or holds of a class of the package.
     *
     * @return the type
     */
    default TypeModel ofSharedClass() {
        if (this instanceof Items items) {
            return new Items(items.item().ofSharedClass());
        }
        if (this instanceof Members members) {
            return new Members(members.value().ofSharedClass());
        }
        return this instanceof Struct struct ? new Struct(struct.name(), true) : this;
    }
}
