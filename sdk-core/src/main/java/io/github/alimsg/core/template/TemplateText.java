package io.github.alimsg.core.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A text with variables such as <code>${name}</code>. For the helpers of product modules. */
public final class TemplateText {
    /** Fixed text at even positions, names of variables at odd ones. */
    private final List<String> pieces;

    private TemplateText(List<String> pieces) {
        this.pieces = pieces;
    }

    /**
     * Reads a text.
     *
     * @param text the text
     * @param opening what is in front of a variable's name
     * @param closing what is behind it; a name has letters, digits and underscores, anything else is fixed text
     * @return the text
     */
    public static TemplateText of(String text, String opening, String closing) {
        List<String> pieces = new ArrayList<>();
        int done = 0;
        int open = text.indexOf(opening);
        while (open >= 0) {
            int name = open + opening.length();
            int end = endOfName(text, name);
            if (end > name && text.startsWith(closing, end)) {
                pieces.add(text.substring(done, open));
                pieces.add(text.substring(name, end));
                done = end + closing.length();
            }
            open = text.indexOf(opening, Math.max(done, name));
        }
        pieces.add(text.substring(done));
        return new TemplateText(List.copyOf(pieces));
    }

    private static int endOfName(String text, int start) {
        int end = start;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    /** {@return the names of the variables, in the order of the text} */
    public Set<String> variables() {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 1; i < pieces.size(); i += 2) {
            names.add(pieces.get(i));
        }
        return names;
    }

    /**
     * Fills in the variables.
     *
     * @param values a value for each variable; others are ignored
     * @return the text as it is received
     * @throws NullPointerException when a value is missing; names the variable
     */
    public String render(Map<String, String> values) {
        var text = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            text.append(i % 2 == 0 ? piece : Objects.requireNonNull(values.get(piece), piece));
        }
        return text.toString();
    }
}
