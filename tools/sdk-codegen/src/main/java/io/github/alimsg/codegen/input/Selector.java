package io.github.alimsg.codegen.input;

import java.util.List;

/**
 * Picks fields: {@code Operation.request.Path} or {@code Operation.response.Path}, with {@code *} for one segment and
 * {@code **} for any number of them, including none.
 */
public final class Selector {
    private final String text;
    private final List<String> segments;
    private final int wildcards;

    private Selector(String text) {
        this.text = text;
        this.segments = List.of(text.split("\\.", -1));
        this.wildcards = (int)
                segments.stream().filter(s -> s.equals("*") || s.equals("**")).count();
    }

    /**
     * Reads a selector.
     *
     * @param text its text
     * @return the selector
     */
    public static Selector of(String text) {
        return new Selector(text);
    }

    /** {@return how many wildcards it has: the fewer, the more specific} */
    public int wildcards() {
        return wildcards;
    }

    /** Whether it can pick a field of an operation. */
    boolean isAbout(String operation) {
        return matchesOne(segments.get(0), operation);
    }

    /** {@return whether it has the shape of a selector: operation, side, and a path} */
    public boolean isWellFormed() {
        return segments.size() >= 3
                && !segments.contains("")
                && List.of("request", "response", "*").contains(segments.get(1));
    }

    /**
     * Returns whether it picks a field.
     *
     * @param path the field
     * @return whether it does
     */
    public boolean matches(FieldPath path) {
        return isWellFormed()
                && matchesOne(segments.get(0), path.operation())
                && matchesOne(segments.get(1), path.direction().word())
                && matches(segments.subList(2, segments.size()), path.names());
    }

    private static boolean matches(List<String> pattern, List<String> names) {
        if (pattern.isEmpty()) {
            return names.isEmpty();
        }
        List<String> rest = pattern.subList(1, pattern.size());
        if (pattern.get(0).equals("**")) {
            return matches(rest, names) || !names.isEmpty() && matches(pattern, names.subList(1, names.size()));
        }
        return !names.isEmpty()
                && matchesOne(pattern.get(0), names.get(0))
                && matches(rest, names.subList(1, names.size()));
    }

    private static boolean matchesOne(String pattern, String name) {
        return pattern.equals("*") || pattern.equals("**") || pattern.equals(name);
    }

    @Override
    public String toString() {
        return text;
    }
}
