package io.github.alimsg.codegen.output;

import io.github.alimsg.codegen.input.Links;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns our documentation into the text of a javadoc comment. */
final class JavadocText {
    private static final int WIDTH = 110;

    /** Characters that would end or begin an inline tag, end the comment, or be taken for a Unicode escape. */
    private static final Pattern UNSAFE_IN_CODE = Pattern.compile("[{}@\\\\]|\\*/|/\\*");

    /** Spaces, but not those inside an inline tag. */
    private static final Pattern BREAKS = Pattern.compile(" (?![^{}]*\\})");

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s+[\\p{Lu}`\\[]|\\s*$)");

    private final UnaryOperator<String> link;
    private final UnaryOperator<String> name;

    /**
     * Creates a translator.
     *
     * @param link makes an inline tag from an operation's name
     */
    JavadocText(UnaryOperator<String> link) {
        this(link, UnaryOperator.identity());
    }

    private JavadocText(UnaryOperator<String> link, UnaryOperator<String> name) {
        this.link = link;
        this.name = name;
    }

    /** A translator that writes names otherwise: gets what is in backticks, the name of a field or anything else. */
    JavadocText naming(UnaryOperator<String> names) {
        return new JavadocText(link, names);
    }

    /** A text as javadoc, wrapped into lines. */
    String of(String words) {
        return wrapped(inline(words));
    }

    /** The first sentence as javadoc, in one line. */
    String firstSentence(String words) {
        return inline(sentence(words));
    }

    /** The first sentence, unchanged. */
    static String sentence(String words) {
        String line = oneLine(words);
        StringBuilder seen = new StringBuilder(line);
        for (Matcher code = Pattern.compile("`[^`]*`").matcher(line); code.find(); ) {
            for (int i = code.start() + 1; i < code.end() - 1; i++) {
                seen.setCharAt(i, 'x'); // a full stop inside code ends nothing
            }
        }
        Matcher end = SENTENCE_END.matcher(seen);
        return end.find() ? line.substring(0, end.end()) : line;
    }

    private static String oneLine(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }

    private String inline(String words) {
        String line = oneLine(words);
        var text = new StringBuilder();
        Matcher found = Links.CODE_OR_LINK.matcher(line);
        int from = 0;
        while (found.find()) {
            text.append(escaped(line.substring(from, found.start())));
            String code = found.group(1);
            text.append(code == null ? link.apply(found.group(2)) : code(name.apply(code)));
            from = found.end();
        }
        return text.append(escaped(line.substring(from))).toString();
    }

    /** A text as code. */
    static String code(String text) {
        if (text.isBlank()) {
            return escaped(text);
        }
        return UNSAFE_IN_CODE.matcher(text).find() ? "<code>" + escaped(text) + "</code>" : "{@code " + text + "}";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("\\", "&#92;")
                .replace("*/", "*&#47;")
                .replace("/*", "&#47;*");
    }

    /** Wraps a long text, never inside a tag. */
    static String wrapped(String text) {
        var lines = new StringBuilder();
        int column = 0;
        for (String word : BREAKS.split(text, -1)) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                lines.append('\n');
                column = 0;
            } else if (column > 0) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
        }
        return lines.toString();
    }
}
