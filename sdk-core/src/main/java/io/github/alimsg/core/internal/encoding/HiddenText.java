package io.github.alimsg.core.internal.encoding;

/** Personal or secret text, of which only the length is shown. */
public final class HiddenText {
    private HiddenText() {}

    /**
     * Returns the length of a text, for display.
     *
     * @param text the text to hide
     * @return such as {@code <11 chars>}; an emoji of two UTF-16 units counts as one
     */
    public static String of(String text) {
        return "<" + text.codePointCount(0, text.length()) + " chars>";
    }
}
