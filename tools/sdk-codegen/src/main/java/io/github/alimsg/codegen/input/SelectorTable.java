package io.github.alimsg.codegen.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A section of the customization that says something about fields. When several entries match a field, the one with the
 * fewest wildcards applies.
 *
 * @param <T> the type of the values
 */
public final class SelectorTable<T> {
    private final String section;
    private final Problems problems;
    private final List<Rule<T>> rules = new ArrayList<>();

    private static final class Rule<T> {
        final Selector selector;
        final T value;
        final SourcePosition position;
        boolean matched;
        boolean matchedOthers;

        Rule(Selector selector, T value, SourcePosition position) {
            this.selector = selector;
            this.value = value;
            this.position = position;
        }
    }

    SelectorTable(String section, Problems problems) {
        this.section = section;
        this.problems = problems;
    }

    void add(String selector, T value, SourcePosition position) {
        Selector parsed = Selector.of(selector);
        if (!parsed.isWellFormed()) {
            problems.add(
                    position,
                    "'" + selector + "' in " + section + " is not a selector",
                    "write Operation.request.Path or Operation.response.Path");
            return;
        }
        rules.add(new Rule<>(parsed, value, position));
    }

    /**
     * Returns the value for a field.
     *
     * @param path the field
     * @param applies whether the section can apply to a field of this kind
     * @return the value; null when there is none
     */
    public @Nullable T find(FieldPath path, boolean applies) {
        Rule<T> best = null;
        Rule<T> equal = null;
        for (Rule<T> rule : rules) {
            if (!rule.selector.matches(path)) {
                continue;
            }
            if (!applies) {
                rule.matchedOthers = true;
                continue;
            }
            rule.matched = true;
            if (best == null || rule.selector.wildcards() < best.selector.wildcards()) {
                best = rule;
                equal = null;
            } else if (rule.selector.wildcards() == best.selector.wildcards() && !rule.value.equals(best.value)) {
                equal = rule;
            }
        }
        if (best != null && equal != null) {
            problems.add(
                    equal.position,
                    section + ": '" + equal.selector + "' and '" + best.selector + "' in line " + best.position.line()
                            + " both match " + path + " and differ",
                    "write '" + path + "' itself, or make one of them narrower");
        }
        return best == null ? null : best.value;
    }

    /**
     * Returns the position of the entry that applies to a field.
     *
     * @param path the field
     * @return the position; null when there is none
     */
    public @Nullable SourcePosition placeOf(FieldPath path) {
        Rule<T> best = null;
        for (Rule<T> rule : rules) {
            if (rule.selector.matches(path)
                    && (best == null || rule.selector.wildcards() < best.selector.wildcards())) {
                best = rule;
            }
        }
        return best == null ? null : best.position;
    }

    /**
     * Reports the entries that matched nothing.
     *
     * @param kind the fields that the section is about
     * @param omitted operations that are left out, which an entry may be about
     */
    public void reportUnmatched(String kind, Set<String> omitted) {
        for (Rule<T> rule : rules) {
            if (!rule.matched && omitted.stream().noneMatch(rule.selector::isAbout)) {
                String wrong = rule.matchedOthers ? "matches only what is not " + kind : "matches nothing";
                problems.add(
                        rule.position,
                        "'" + rule.selector + "' in " + section + " " + wrong,
                        "remove it, or fix the selector: wire names, no segment for items of lists");
            }
        }
    }
}
