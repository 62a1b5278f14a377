package io.github.alimsg.codegen.input;

import java.util.ArrayList;
import java.util.List;

/**
 * The position of a field in the API. Lists and maps are transparent: a member of an item follows the list's own name.
 *
 * @param operation the operation's name
 * @param direction request or response
 * @param names wire names from the top down
 */
public record FieldPath(String operation, Direction direction, List<String> names) {
    /**
     * Creates a path with a copy of the names.
     *
     * @param operation the operation's name
     * @param direction request or response
     * @param names wire names from the top down
     */
    public FieldPath {
        names = List.copyOf(names);
    }

    /**
     * Returns the path of a request or a response itself.
     *
     * @param operation the operation's name
     * @param direction request or response
     * @return a path without names
     */
    public static FieldPath top(String operation, Direction direction) {
        return new FieldPath(operation, direction, List.of());
    }

    /**
     * Returns the path of a member of this field.
     *
     * @param wireName its name
     * @return its path
     */
    public FieldPath child(String wireName) {
        List<String> longer = new ArrayList<>(names);
        longer.add(wireName);
        return new FieldPath(operation, direction, longer);
    }

    /** {@return only the names, dotted} */
    public String dotted() {
        return String.join(".", names);
    }

    /** {@return the field's own name} */
    public String name() {
        return names.get(names.size() - 1);
    }

    /** {@return the path as a selector that matches only this field} */
    @Override
    public String toString() {
        return operation + "." + direction.word() + (names.isEmpty() ? "" : "." + dotted());
    }
}
