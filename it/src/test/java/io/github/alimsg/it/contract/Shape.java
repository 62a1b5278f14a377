package io.github.alimsg.it.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands at a place of a request or an answer, on the wire and in Java. */
sealed interface Shape {
    /** What a single value is in Java. */
    enum Kind {
        TEXT,
        INTEGER,
        LONG,
        BOOLEAN,
        DOUBLE,
        RATE,
        DECIMAL,
        MILLISECONDS,
        SECONDS
    }

    /**
     * A single value.
     *
     * @param kind what it is in Java
     * @param quoted whether it is a text on the wire, whatever it is in Java
     */
    record Single(Kind kind, boolean quoted) implements Shape {}

    /**
     * A text that is an open value in Java.
     *
     * @param type simple name of the class
     */
    record Open(String type) implements Shape {}

    /**
     * A text on the wire that holds JSON: a list of texts, or a map of texts to texts.
     *
     * @param list whether it is a list
     */
    record JsonText(boolean list) implements Shape {}

    /** Anything that JSON can say. */
    record Any() implements Shape {}

    /**
     * A list.
     *
     * @param item what is in it
     */
    record Items(Shape item) implements Shape {}

    /**
     * An object whose names are data.
     *
     * @param value what the names lead to
     */
    record Members(Shape value) implements Shape {}

    /**
     * An object whose names are known.
     *
     * @param type simple name of its class where the customization chooses one
     * @param fields its fields
     */
    record Struct(@Nullable String type, List<Field> fields) implements Shape {}

    /**
     * A named place.
     *
     * @param name the name on the wire
     * @param path the names that lead here, dotted; lists and maps add nothing
     * @param shape what stands here
     * @param required whether the service wants it
     * @param sensitive whether it may not be printed
     */
    record Field(String name, String path, Shape shape, boolean required, boolean sensitive) {}
}
