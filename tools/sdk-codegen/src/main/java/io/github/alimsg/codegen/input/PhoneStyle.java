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
    /** The form that only this product has: that of the class {@code product.phoneForm}. */
    OWN("own"),
    /** Several as {@link #OWN}, separated by commas in one text. */
    OWN_LIST("own-list"),
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

    /** {@return whether the form is that of the class {@code product.phoneForm}} */
    public boolean isOwn() {
        return this == OWN || this == OWN_LIST;
    }
}
