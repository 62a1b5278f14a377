package io.github.alimsg.codegen.input;

import io.github.alimsg.codegen.input.YamlValue.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sections of {@code customization.yaml}, whose operations are checked against the metadata. */
final class Sections {
    private final String file;
    private final Map<String, Entry> sections;
    private final Metadata metadata;
    private final Problems problems;

    /**
     * Creates the sections of one file.
     *
     * @param file its name in messages
     * @param sections its entries
     * @param metadata the API it is about
     * @param problems collects what is wrong with it
     */
    Sections(String file, Map<String, Entry> sections, Metadata metadata, Problems problems) {
        this.file = file;
        this.sections = sections;
        this.metadata = metadata;
        this.problems = problems;
    }

    Metadata metadata() {
        return metadata;
    }

    Problems problems() {
        return problems;
    }

    @Nullable
    YamlValue value(String section) {
        Entry entry = sections.get(section);
        return entry == null ? null : entry.value();
    }

    /** Where a section is, or would be. */
    SourcePosition position(String section) {
        Entry entry = sections.get(section);
        return entry == null ? SourcePosition.of(file) : entry.position();
    }

    Map<String, Entry> entries(String section) {
        YamlValue value = value(section);
        return value == null ? Map.of() : value.entries();
    }

    List<YamlValue> items(String section) {
        YamlValue value = value(section);
        return value == null ? List.of() : value.items();
    }

    /**
     * Reads a section with a fixed set of parts; reports those that are missing.
     *
     * @param section its name
     * @param known the parts that it may have
     * @param needed the parts that it must have
     */
    Parts parts(String section, List<String> known, List<String> needed) {
        YamlValue value = value(section);
        if (value == null) {
            problems.add(
                    SourcePosition.of(file),
                    "'" + section + "' is missing",
                    "add it with " + String.join(", ", needed));
            return new Parts(Map.of());
        }
        var parts = new Parts(value.entries(known));
        for (String name : needed) {
            if (!parts.has(name)) {
                problems.add(value.position(), "'" + section + "' has no '" + name + "'", "add it");
            }
        }
        return parts;
    }

    /** Returns a name that is an operation's; null when it is not, which is reported, or when that is left out. */
    @Nullable
    String operation(String name, SourcePosition position) {
        if (metadata.operations().containsKey(name)) {
            return name;
        }
        if (metadata.omitted().contains(name)) {
            return null;
        }
        problems.add(position, "no operation is called '" + name + "'", "remove it, or fix its name");
        return null;
    }

    List<String> operations(List<YamlValue> items) {
        List<String> operations = new ArrayList<>();
        for (YamlValue item : items) {
            String operation = operation(item.text(), item.position());
            if (operation != null && operations.contains(operation)) {
                problems.add(item.position(), operation + " is listed twice", "keep one of them");
            } else if (operation != null) {
                operations.add(operation);
            }
        }
        return operations;
    }

    /** Reads a section whose keys are operations. An entry that is read as null is left out. */
    <T> Map<String, T> byOperation(String section, Function<Entry, @Nullable T> read) {
        Map<String, T> values = new TreeMap<>();
        for (Entry entry : entries(section).values()) {
            String operation = operation(entry.key(), entry.position());
            T value = operation == null ? null : read.apply(entry);
            if (operation != null && value != null) {
                values.put(operation, value);
            }
        }
        return values;
    }

    /** Gives a fact to each operation of a list; reports those that have one already. */
    <T> void assign(Map<String, T> facts, List<YamlValue> operations, T fact, String section) {
        for (YamlValue item : operations) {
            String operation = operation(item.text(), item.position());
            if (operation != null && facts.put(operation, fact) != null) {
                problems.add(item.position(), operation + " is listed twice in " + section, "keep one of them");
            }
        }
    }

    /** Reports the operations that a section does not list. */
    void everyOperation(Set<String> found, String section) {
        for (String operation : metadata.operations().keySet()) {
            if (!found.contains(operation)) {
                problems.add(
                        position(section),
                        operation + " is missing in " + section,
                        "add it: every operation must be listed once");
            }
        }
    }

    /** Reads a whole number above 0; reports anything else. */
    int count(String text, SourcePosition position) {
        try {
            int count = Integer.parseInt(text);
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        problems.add(position, "'" + text + "' is not a count", "write a whole number above 0");
        return 1;
    }

    void checkLinks(String text, SourcePosition position) {
        Links.check(text, position, metadata, problems);
    }
}
