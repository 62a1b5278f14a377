package io.github.alimsg.core.internal.encoding;

/**
 * Text in which every character can be seen. A line feed begins what looks like another entry of a log, an escape
 * character colours a terminal, and U+202E turns the rest of a line round: whatever comes from outside is shown without.
 */
public final class VisibleText {
    private VisibleText() {}

    /**
     * The text with control characters, format characters, separators of lines and halves of characters written as
     * escapes, such as <code>&#92;u202e</code>.
     *
     * @param text any text
     * @return the text itself when there is nothing to escape
     */
    public static String of(String text) {
        int first = 0;
        while (first < text.length() && isVisible(text.codePointAt(first))) {
            first += Character.charCount(text.codePointAt(first));
        }
        if (first == text.length()) {
            return text;
        }
        var visible = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); ) {
            int character = text.codePointAt(i);
            int next = i + Character.charCount(character);
            if (isVisible(character)) {
                visible.appendCodePoint(character);
            } else {
                for (; i < next; i++) {
                    visible.append(String.format("\\u%04x", (int) text.charAt(i)));
                }
            }
            i = next;
        }
        return visible.toString();
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
