package io.github.alimsg.codegen.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a metadata file says, including what the generator refuses or ignores.
 *
 * @param product the product's code
 * @param version the API's version
 * @param endpoints hosts by region
 * @param operations the operations by name
 */
record Description(String product, String version, Map<String, String> endpoints, Map<String, Operation> operations) {
    private static final List<String> STRUCTURES = List.of("object", "list", "map", "any");
    private static final List<String> FLAT = List.of("flat", "repeatList");

    /**
     * An operation.
     *
     * @param deprecated whether the service deprecates it
     * @param fields its parameters, response fields and their members, by selector without the operation's name
     */
    record Operation(boolean deprecated, Map<String, Field> fields) {}

    /**
     * A parameter, a response field, or a member of one.
     *
     * @param type its type, as it is written
     * @param meaning its type, written the same wherever it is the same in Java
     * @param place where a parameter travels; empty for everything else
     * @param style how a parameter that is a structure is written; empty when the file does not say
     * @param required whether it has to be there
     * @param deprecated whether the service deprecates it
     * @param values the documented values; empty when they are not listed
     * @param defaultValue the value when it is absent; empty when the file does not say
     */
    record Field(
            String type,
            String meaning,
            String place,
            String style,
            boolean required,
            boolean deprecated,
            String values,
            String defaultValue) {

        /** {@return all of it in one line} */
        String summary() {
            List<String> parts = new ArrayList<>();
            parts.add(type);
            addIfSaid(parts, "", place);
            addIfSaid(parts, "style ", style);
            if (required) {
                parts.add("required");
            }
            if (deprecated) {
                parts.add("deprecated");
            }
            addIfSaid(parts, "values ", values);
            addIfSaid(parts, "default ", defaultValue);
            return String.join(", ", parts);
        }

        /**
         * What is different in a later description, and breaks those who call.
         *
         * @param later the same field there
         * @return a line for each thing; empty when nothing is
         */
        List<String> breaksIn(Field later) {
            List<String> breaks = new ArrayList<>();
            if (!meaning.equals(later.meaning)) {
                addChange(breaks, "type", type, later.type);
            }
            if (!required && later.required) {
                addChange(breaks, "required", yesOrNo(false), yesOrNo(true));
            }
            return breaks;
        }

        /** Single values have none; structures are flat unless they say otherwise. */
        private String styleMeaning() {
            boolean structure = STRUCTURES.stream().anyMatch(meaning::startsWith);
            return !structure || FLAT.contains(style) ? "" : style;
        }

        private static void addIfSaid(List<String> parts, String label, String value) {
            if (!value.isEmpty()) {
                parts.add(label + value);
            }
        }

        /**
         * Compares with a later description.
         *
         * @param later the same field there
         * @return a line for each difference; empty when there is none
         */
        List<String> changesTo(Field later) {
            List<String> changes = new ArrayList<>();
            if (required && !later.required) {
                addChange(changes, "required", yesOrNo(true), yesOrNo(false));
            }
            addChange(changes, "place", place, later.place);
            if (!styleMeaning().equals(later.styleMeaning())) {
                addChange(changes, "style", style, later.style);
            }
            addChange(changes, "deprecated", yesOrNo(deprecated), yesOrNo(later.deprecated));
            addChange(changes, "values", values, later.values);
            addChange(changes, "default", defaultValue, later.defaultValue);
            return changes;
        }
    }

    static void addChange(List<String> changes, String what, String before, String after) {
        if (!before.equals(after)) {
            changes.add(what + ": " + orNone(before) + " → " + orNone(after));
        }
    }

    static String yesOrNo(boolean value) {
        return value ? "yes" : "no";
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "none" : text;
    }
}
