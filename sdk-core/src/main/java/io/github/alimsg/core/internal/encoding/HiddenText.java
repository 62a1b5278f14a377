package io.github.alimsg.core.internal.encoding;

/** Text that is personal or secret: shown by its length only. */
public final class HiddenText {
    private HiddenText() {}

    /**
     * The length of a text.
     *
     * @param text the text to hide
     * @return such as {@code <11 chars>}; an emoji of two UTF-16 units is one
     */
    public static String of(String text) {
        return "<" + text.codePointCount(0, text.length()) + " chars>";
    }
}
