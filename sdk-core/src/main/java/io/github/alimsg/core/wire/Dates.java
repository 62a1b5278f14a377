package io.github.alimsg.core.wire;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads dates as the services write them. By hand: the JDK's formatters throw for every text that is none. */
final class Dates {
    private static final int BASIC_LENGTH = 8;
    private static final int EXTENDED_LENGTH = 10;

    private Dates() {}

    /**
     * Reads a date, as in {@code 20261128} or {@code 2026-11-28}.
     *
     * @param text the text, without white space around it
     * @return the date; null when the text is none
     */
    static @Nullable LocalDate read(String text) {
        if (text.length() == BASIC_LENGTH) {
            return date(digits(text, 0, 4), digits(text, 4, 6), digits(text, 6, 8));
        }
        boolean extended = text.length() == EXTENDED_LENGTH && text.charAt(4) == '-' && text.charAt(7) == '-';
        return extended ? date(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)) : null;
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        if (year < 0 || month < 0 || day < 0) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null; // such as the 30th of February
        }
    }

    /** The number that digits stand for; below 0 when there is anything else among them. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
