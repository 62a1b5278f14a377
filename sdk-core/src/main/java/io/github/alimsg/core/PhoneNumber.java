package io.github.alimsg.core;

import io.github.alimsg.core.internal.encoding.HiddenText;
import io.github.alimsg.core.internal.encoding.PhoneDigits;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A phone number in the form that the services take, made of what people write: {@code +62 812-3456-7890}, {@code
 * 0086 139 0000 1234}, {@code +44 (0)20 7946 0018}.
 *
 * <p>Knows no countries. It checks that there are 7 to 15 digits (15 is the bound of ITU-T E.164, 7 the shortest in use
 * with a country code) and that they do not begin with a zero, as no country code does. Whether the number exists, and
 * whether its country code was forgotten, it cannot tell; some services take numbers of their own country without one.
 *
 * <p>Two are equal when their digits are: with and without country code are two numbers. Shows itself as its length
 * only.
 */
public final class PhoneNumber {
    private static final int MIN_DIGITS = 7;

    private final String digits;

    private PhoneNumber(String digits) {
        this.digits = digits;
    }

    /**
     * Reads a number as it was written. A leading {@code +} or {@code 00} goes, and so do spaces, dots, slashes, dashes
     * of every kind, parentheses, and the invisible marks that come along when a number is copied from a contact list. A
     * {@code (0)} after the country code goes as well: it is dialled inside the country only. Digits of any script
     * count.
     *
     * @param text the number, with its country code, unless the service takes it without
     * @return the number
     * @throws IllegalArgumentException when it has another character, begins with a single zero, or is too short or too
     *     long; says which, and never the number
     */
    public static PhoneNumber of(String text) {
        String digits = PhoneDigits.of(Objects.requireNonNull(text, "text"));
        if (digits.startsWith("0")) {
            throw new IllegalArgumentException(
                    "the phone number begins with 0, so it lacks its country code: write it like +62 812…");
        }
        if (digits.length() < MIN_DIGITS || digits.length() > PhoneDigits.MAX) {
            throw new IllegalArgumentException("a phone number has " + MIN_DIGITS + " to " + PhoneDigits.MAX
                    + " digits with its country code, this one has " + digits.length());
        }
        return new PhoneNumber(digits);
    }

    /** {@return the digits as given, with country code and without plus, such as {@code 6281234567890}} */
    public String digits() {
        return digits;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PhoneNumber that && that.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    /** How long the number is; never the number. */
    @Override
    public String toString() {
        return HiddenText.of(digits);
    }
}
