package io.github.alimsg.core.wire;

import io.github.alimsg.core.internal.encoding.HiddenText;

/** What {@code toString} shows in place of personal or secret values. */
public final class Shown {
    private Shown() {}

    /**
     * Returns what is shown in place of a text.
     *
     * @param text the text to hide
     * @return its length in code points, such as {@code <11 chars>}
     */
    public static String inPlaceOf(String text) {
        return HiddenText.of(text);
    }
}
