package io.github.alimsg.core.wire;

import io.github.alimsg.core.internal.encoding.HiddenText;

/** What {@code toString} shows in place of values that are personal or secret. */
public final class Shown {
    private Shown() {}

    /**
     * What is shown in place of a text.
     *
     * @param text the text to hide
     * @return its length in code points, such as {@code <11 chars>}
     */
    public static String inPlaceOf(String text) {
        return HiddenText.of(text);
    }
}
