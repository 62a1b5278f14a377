package io.github.alimsg.core.internal.encoding;

/**
 * Makes every character of a text visible. A line feed can fake another log entry, an escape character can change a
 * terminal's colours, and U+202E reverses the rest of a line, so text from outside is shown with these escaped.
 */
public final class VisibleText {
    private VisibleText() {}

    /**
     * Returns the text with control characters, format characters, line separators and half characters escaped, such as
     * <code>&#92;u202e</code>.
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
