package io.github.alimsg.codegen.input;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ways in which the customization marks a request's field as phone numbers. */
public enum PhoneStyle {
    /** Digits with country code. */
    DIGITS("digits"),
    /** Digits with country code, or an id that is not a number. */
    DIGITS_OR_ID("digits-or-id"),
    /** Eleven digits for mainland China, digits with country code elsewhere. */
    MAINLAND("mainland"),
    /** Several as {@link #MAINLAND}, separated by commas in one text. */
    MAINLAND_LIST("mainland-list"),
    /** In a form of its own, so it is left alone: the exception to a wider selector. */
    AS_WRITTEN("as-written");

    private final String word;

    PhoneStyle(String word) {
        this.word = word;
    }

    static @Nullable PhoneStyle of(String word) {
        for (PhoneStyle style : values()) {
            if (style.word.equals(word)) {
                return style;
            }
        }
        return null;
    }

    static String words() {
        return Arrays.stream(values()).map(style -> style.word).collect(Collectors.joining(", "));
    }

    /** {@return the constant of the engine's {@code PhoneForm}} */
    public String form() {
        return this == MAINLAND_LIST ? MAINLAND.name() : name();
    }
}
