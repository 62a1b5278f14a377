package io.github.alimsg.it.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
        SECONDS,
        MOMENT,
        DATE,
        BASIC_DATE,
        YES_NO
    }

    /**
     * A single value.
     *
     * @param kind what it is in Java
     * @param quoted whether it is a text on the wire, whatever it is in Java
     */
    record Single(Kind kind, boolean quoted) implements Shape {}

    /**
     * A text or a number that is an open value in Java.
     *
     * @param type simple name of the class
     * @param number whether it is a number on the wire
     */
    record Open(String type, boolean number) implements Shape {}

    /** What a text holds whose content is JSON. */
    enum Content {
        TEXTS,
        MAP_OF_TEXTS,
        MAPS_OF_TEXTS,
        OBJECTS
    }

    /**
     * A text on the wire that holds JSON.
     *
     * @param content what it holds
     */
    record JsonText(Content content) implements Shape {
        /** {@return whether it is a list} */
        boolean list() {
            return content != Content.MAP_OF_TEXTS;
        }
    }

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
     * An object that Java does not have: what its only member holds is in its place.
     *
     * @param only the member
     */
    record Unwrapped(Field only) implements Shape {}

    /**
     * A named place.
     *
     * @param name the name on the wire
     * @param path the names that lead here, dotted; lists and maps add nothing
     * @param javaName the name in Java, whatever the case of its letters
     * @param shape what stands here
     * @param required whether the service wants it
     * @param sensitive whether it may not be printed
     */
    record Field(String name, String path, String javaName, Shape shape, boolean required, boolean sensitive) {
        /** {@return what Java has here} */
        Shape held() {
            return shape instanceof Unwrapped unwrapped ? unwrapped.only().shape() : shape;
        }

        /** {@return what an object on the wire has for Java here; null when it has nothing} */
        @Nullable
        JsonNode heldBy(ObjectNode object) {
            JsonNode value = object.get(name);
            return value != null && shape instanceof Unwrapped unwrapped
                    ? value.get(unwrapped.only().name())
                    : value;
        }

        /** Puts what Java has here into an object on the wire. */
        void put(ObjectNode object, JsonNode held) {
            if (shape instanceof Unwrapped unwrapped) {
                object.putObject(name).set(unwrapped.only().name(), held);
            } else {
                object.set(name, held);
            }
        }
    }
}
