package io.github.alimsg.codegen.input;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Our own words for operations, fields and shared classes: a dictionary by field name, and what single operations say
 * otherwise. */
public final class Docs {
    private final String file;
    private final Source source;
    private final Problems problems;
    private final Map<String, Line> dictionary;
    private final Map<String, Line> classes;
    private final Map<String, OfOperation> operations;
    private final Set<SourcePosition> used = new HashSet<>();
    private final Set<String> missing = new TreeSet<>();

    /** Where words come from that the file does not have. */
    public enum Source {
        /** Nowhere: the file has to have them. */
        REQUIRED,
        /** The vendor's description, else the name. */
        METADATA,
        /** The name. */
        NAME
    }

    /**
     * A text and its position.
     *
     * @param text the text
     * @param position its position
     */
    record Line(String text, SourcePosition position) {}

    /**
     * The documentation of one operation.
     *
     * @param text what it does
     * @param deprecated what to use instead; null when it is not deprecated
     * @param example lines of Java that call it; null when there are none
     * @param lines lines of its fields, by side and dotted path
     */
    record OfOperation(
            @Nullable String text,
            @Nullable String deprecated,
            @Nullable String example,
            Map<Direction, Map<String, Line>> lines) {}

    Docs(
            String file,
            Source source,
            Problems problems,
            Map<String, Line> dictionary,
            Map<String, Line> classes,
            Map<String, OfOperation> operations) {
        this.file = file;
        this.source = source;
        this.problems = problems;
        this.dictionary = dictionary;
        this.classes = classes;
        this.operations = operations;
    }

    /**
     * Returns what an operation does.
     *
     * @param name the operation
     * @param vendor what the vendor says about it; null when nothing
     * @return its text
     */
    public String ofOperation(String name, @Nullable String vendor) {
        OfOperation docs = operations.get(name);
        if (docs != null && docs.text() != null && !docs.text().isBlank()) {
            return docs.text();
        }
        return instead("operation " + name, vendor, "Calls `" + name + "`.");
    }

    private String instead(String what, @Nullable String vendor, String name) {
        if (source == Source.REQUIRED) {
            missing.add(what);
        }
        String text = source == Source.METADATA && vendor != null ? VendorText.plain(vendor) : "";
        return text.isEmpty() ? name : text;
    }

    /**
     * Returns what to use instead of an operation.
     *
     * @param name the operation
     * @return a text; null when it is not deprecated
     */
    public @Nullable String deprecationOf(String name) {
        OfOperation docs = operations.get(name);
        return docs == null ? null : docs.deprecated();
    }

    /**
     * How an operation is called.
     *
     * @param name the operation
     * @return lines of Java; null when there are none
     */
    public @Nullable String exampleOf(String name) {
        OfOperation docs = operations.get(name);
        return docs == null ? null : docs.example();
    }

    /**
     * What a field is: the operation's own line, else the dictionary's for parent and name, else for the name.
     *
     * @param path the field
     * @param vendor what the vendor says about it; null when nothing
     * @return its line
     */
    public String ofField(FieldPath path, @Nullable String vendor) {
        Line best = null;
        for (String key : dictionaryKeys(path)) {
            best = firstOf(best, dictionary.get(key));
        }
        OfOperation docs = operations.get(path.operation());
        if (docs != null) {
            Line own = docs.lines().getOrDefault(path.direction(), Map.of()).get(path.dotted());
            if (own != null) {
                used.add(own.position());
                best = own;
            }
        }
        return best != null && !best.text().isBlank()
                ? best.text()
                : instead(path.toString(), vendor, VendorText.words(path.name()));
    }

    /**
     * What the objects of a class are that several requests and responses share.
     *
     * @param name the class
     * @return its line
     */
    public String ofClass(String name) {
        Line line = firstOf(null, classes.get(name));
        return line != null && !line.text().isBlank() ? line.text() : instead("class " + name, null, name + ".");
    }

    /**
     * What a field of such a class is: the line of class and field, else what all operations say.
     *
     * @param name the class
     * @param wireName the field
     * @param said what the operations say where they have it, at least one text
     * @return its line
     */
    public String ofClassField(String name, String wireName, Map<FieldPath, String> said) {
        Line line = firstOf(null, classes.get(name + "." + wireName));
        if (line != null) {
            said.keySet().forEach(path -> missing.remove(path.toString()));
            return line.text();
        }
        Set<String> texts = new LinkedHashSet<>(said.values());
        if (texts.size() > 1 && source == Source.REQUIRED) {
            missing.add(
                    "class field " + name + "." + wireName + ", of which operations say " + String.join(" / ", texts));
        }
        return texts.iterator().next();
    }

    private @Nullable Line firstOf(@Nullable Line best, @Nullable Line other) {
        if (other != null) {
            used.add(other.position());
        }
        return best == null ? other : best;
    }

    private static List<String> dictionaryKeys(FieldPath path) {
        List<String> names = path.names();
        int last = names.size() - 1;
        return last == 0 ? List.of(path.name()) : List.of(names.get(last - 1) + "." + names.get(last), names.get(last));
    }

    /**
     * Reports what has no words, all of it at once, and words that are about nothing.
     *
     * @param complete whether no operation is left out, whose fields the dictionary may be about
     */
    public void report(boolean complete) {
        if (!missing.isEmpty()) {
            problems.add(
                    SourcePosition.of(file),
                    "no documentation for " + missing.size() + ":\n    " + String.join("\n    ", missing) + "\n   ",
                    "add a line under 'fields', under the operation, or under 'classes'");
        }
        if (complete) {
            dictionary.forEach((key, line) -> reportUnused("'" + key + "' in fields", "field", line));
            classes.forEach(
                    (key, line) -> reportUnused("'" + key + "' in classes", "shared class or field of one", line));
        }
        operations.forEach((name, docs) -> docs.lines()
                .forEach((direction, lines) -> lines.forEach((path, line) ->
                        reportUnused("'" + path + "' in the " + direction.word() + " of " + name, "field", line))));
    }

    private void reportUnused(String what, String kind, Line line) {
        if (!used.contains(line.position())) {
            problems.add(line.position(), what + " matches no " + kind, "remove it, or fix the name");
        }
    }
}
