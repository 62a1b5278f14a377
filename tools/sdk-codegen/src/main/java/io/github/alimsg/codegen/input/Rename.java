package io.github.alimsg.codegen.input;

import java.util.List;

/**
 * An entry of the customization that gives something in Java another name, since its own is taken.
 *
 * @param section the entry's section: that of classes, or that of fields and methods
 * @param key the entry's key
 * @param name the name that is taken
 * @param parents names of what it stands in, the nearest first, as they begin a class's name
 */
public record Rename(String section, String key, String name, List<String> parents) {
    /**
     * A name in place of the one that is taken: the parent's name goes in front, then that of the parent's parent, and
     * where there is none left a number goes behind.
     *
     * @param attempt how many suggestions were taken too, and one more
     * @return the name
     */
    public String suggestion(int attempt) {
        var suggestion = new StringBuilder(name);
        for (int i = 0; i < Math.min(attempt, parents.size()); i++) {
            suggestion.insert(0, parents.get(i));
        }
        if (attempt > parents.size()) {
            boolean afterDigit = Character.isDigit(suggestion.charAt(suggestion.length() - 1));
            suggestion.append(afterDigit ? "_" : "").append(attempt - parents.size() + 1);
        }
        return suggestion.toString();
    }
}
