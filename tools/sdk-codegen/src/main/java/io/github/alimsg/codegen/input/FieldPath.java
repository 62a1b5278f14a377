package io.github.alimsg.codegen.input;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a field stands in the API. Lists and maps are transparent: a member of an item follows the list's own name.
 *
 * @param operation the operation's name
 * @param direction request or response
 * @param names wire names from the top down
 */
public record FieldPath(String operation, Direction direction, List<String> names) {
    /**
     * Copies the names.
     *
     * @param operation the operation's name
     * @param direction request or response
     * @param names wire names from the top down
     */
    public FieldPath {
        names = List.copyOf(names);
    }

    /**
     * The top of a request or a response.
     *
     * @param operation the operation's name
     * @param direction request or response
     * @return a path without names
     */
    public static FieldPath top(String operation, Direction direction) {
        return new FieldPath(operation, direction, List.of());
    }

    /**
     * A member of what stands here.
     *
     * @param wireName its name
     * @return its path
     */
    public FieldPath child(String wireName) {
        List<String> longer = new ArrayList<>(names);
        longer.add(wireName);
        return new FieldPath(operation, direction, longer);
    }

    /** {@return the names alone, dotted} */
    public String dotted() {
        return String.join(".", names);
    }

    /** {@return the field's own name} */
    public String name() {
        return names.get(names.size() - 1);
    }

    /** {@return the path as a selector that matches this field alone} */
    @Override
    public String toString() {
        return operation + "." + direction.word() + (names.isEmpty() ? "" : "." + dotted());
    }
}
