package io.github.alimsg.codegen.input;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Our own words for operations and fields: a dictionary by field name, and what single operations say otherwise. */
public final class Words {
    private final String file;
    private final Problems problems;
    private final Map<String, Line> dictionary;
    private final Map<String, OfOperation> operations;
    private final Set<Place> used = new HashSet<>();
    private final Set<String> missing = new TreeSet<>();

    /**
     * A text and where it stands.
     *
     * @param text the text
     * @param place its place
     */
    record Line(String text, Place place) {}

    /**
     * The words of one operation.
     *
     * @param text what it does
     * @param deprecated what to use instead; null when it is not deprecated
     * @param lines lines of its fields, by side and dotted path
     */
    record OfOperation(@Nullable String text, @Nullable String deprecated, Map<Side, Map<String, Line>> lines) {}

    Words(String file, Problems problems, Map<String, Line> dictionary, Map<String, OfOperation> operations) {
        this.file = file;
        this.problems = problems;
        this.dictionary = dictionary;
        this.operations = operations;
    }

    /**
     * What an operation does.
     *
     * @param name the operation
     * @return its text
     */
    public String ofOperation(String name) {
        OfOperation words = operations.get(name);
        if (words == null || words.text() == null || words.text().isBlank()) {
            missing.add("operation " + name);
            return name + ".";
        }
        return words.text();
    }

    /**
     * What to use in place of an operation.
     *
     * @param name the operation
     * @return a text; null when it is not deprecated
     */
    public @Nullable String deprecationOf(String name) {
        OfOperation words = operations.get(name);
        return words == null ? null : words.deprecated();
    }

    /**
     * What a field is: the operation's own line, else the dictionary's for parent and name, else for the name.
     *
     * @param path the field
     * @return its line
     */
    public String ofField(FieldPath path) {
        Line best = null;
        for (String key : dictionaryKeys(path)) {
            best = firstOf(best, dictionary.get(key));
        }
        OfOperation words = operations.get(path.operation());
        if (words != null) {
            Line own = words.lines().getOrDefault(path.side(), Map.of()).get(path.dotted());
            if (own != null) {
                used.add(own.place());
                best = own;
            }
        }
        if (best == null || best.text().isBlank()) {
            missing.add(path.toString());
            return path.name() + ".";
        }
        return best.text();
    }

    private @Nullable Line firstOf(@Nullable Line best, @Nullable Line other) {
        if (other != null) {
            used.add(other.place());
        }
        return best == null ? other : best;
    }

    private static List<String> dictionaryKeys(FieldPath path) {
        List<String> names = path.names();
        int last = names.size() - 1;
        return last == 0 ? List.of(path.name()) : List.of(names.get(last - 1) + "." + names.get(last), names.get(last));
    }

    /** Reports what has no words, all of it at once, and words that are about nothing. */
    public void report() {
        if (!missing.isEmpty()) {
            problems.add(
                    Place.of(file),
                    "no words for " + missing.size() + ":\n    " + String.join("\n    ", missing) + "\n   ",
                    "add a line under 'fields', or under the operation");
        }
        dictionary.forEach((key, line) -> reportUnused("'" + key + "' in fields", line));
        operations.forEach((name, words) -> words.lines()
                .forEach((side, lines) -> lines.forEach(
                        (path, line) -> reportUnused("'" + path + "' in the " + side.word() + " of " + name, line))));
    }

    private void reportUnused(String what, Line line) {
        if (!used.contains(line.place())) {
            problems.add(line.place(), what + " matches no field", "remove it, or mend the name");
        }
    }
}
