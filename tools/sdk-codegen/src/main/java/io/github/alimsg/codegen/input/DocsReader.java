package io.github.alimsg.codegen.input;

import io.github.alimsg.codegen.input.Docs.Line;
import io.github.alimsg.codegen.input.Docs.OfOperation;
import io.github.alimsg.codegen.input.Docs.Source;
import io.github.alimsg.codegen.input.YamlValue.Entry;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code docs.yaml}. */
public final class DocsReader {
    private final String file;
    private final Metadata metadata;
    private final Problems problems;

    /**
     * Creates a reader of one file.
     *
     * @param file its name in messages
     * @param metadata the API it is about
     * @param problems collects what is wrong with it
     */
    public DocsReader(String file, Metadata metadata, Problems problems) {
        this.file = file;
        this.metadata = metadata;
        this.problems = problems;
    }

    /**
     * Reads the file.
     *
     * @param yaml its content
     * @return the documentation
     */
    public Docs read(String yaml) {
        Map<String, Entry> sections =
                YamlValue.read(file, yaml, problems).entries(List.of("words", "fields", "classes", "operations"));
        Map<String, OfOperation> operations = new LinkedHashMap<>();
        Entry section = sections.get("operations");
        if (section != null) {
            for (Entry entry : section.value().entries().values()) {
                if (metadata.omitted().contains(entry.key())) {
                    continue;
                }
                if (!metadata.operations().containsKey(entry.key())) {
                    problems.add(
                            entry.position(),
                            "no operation is called '" + entry.key() + "'",
                            "remove it, or fix its name");
                }
                operations.put(entry.key(), operation(entry.value()));
            }
        }
        return new Docs(
                file,
                source(sections.get("words")),
                problems,
                lines(sections.get("fields")),
                lines(sections.get("classes")),
                operations);
    }

    private Source source(@Nullable Entry entry) {
        if (entry == null) {
            return Source.REQUIRED;
        }
        String word = entry.value().text();
        for (Source source : Source.values()) {
            if (source.name().toLowerCase(Locale.ROOT).equals(word)) {
                return source;
            }
        }
        problems.add(
                entry.value().position(), "'" + word + "' is not a source of words", "use required, metadata or name");
        return Source.REQUIRED;
    }

    private OfOperation operation(YamlValue value) {
        Map<String, Entry> parts = value.entries(List.of("text", "example", "request", "response", "deprecated"));
        Map<Direction, Map<String, Line>> lines = new EnumMap<>(Direction.class);
        for (Direction direction : Direction.values()) {
            lines.put(direction, lines(parts.get(direction.word())));
        }
        return new OfOperation(
                text(parts.get("text")), text(parts.get("deprecated")), example(parts.get("example")), lines);
    }

    private @Nullable String text(@Nullable Entry entry) {
        return entry == null ? null : checked(entry.value());
    }

    private @Nullable String example(@Nullable Entry entry) {
        if (entry == null) {
            return null;
        }
        String lines = entry.value().text();
        if (!isCode(lines)) {
            problems.add(
                    entry.position(),
                    "the example cannot be shown as code",
                    "pair its braces, and leave out '@' and the ends of comments");
        }
        return lines;
    }

    /** Whether javadoc shows a text as it is: braces that are not paired would end the tag around it. */
    private static boolean isCode(String text) {
        int open = 0;
        for (int i = 0; i < text.length() && open >= 0; i++) {
            open += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
        }
        return open == 0 && !text.contains("*/") && text.indexOf('@') < 0 && text.indexOf('\\') < 0;
    }

    private String checked(YamlValue value) {
        String text = value.text();
        Links.check(text, value.position(), metadata, problems);
        return text;
    }

    private Map<String, Line> lines(@Nullable Entry entry) {
        Map<String, Line> lines = new LinkedHashMap<>();
        if (entry != null) {
            entry.value()
                    .entries()
                    .forEach((key, value) -> lines.put(key, new Line(checked(value.value()), value.position())));
        }
        return lines;
    }
}
