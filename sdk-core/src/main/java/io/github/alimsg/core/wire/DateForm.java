package io.github.alimsg.core.wire;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a parameter wants a date written. Responses are read in either form. */
public enum DateForm {
    /** As {@code 20261128}. */
    BASIC,
    /** As {@code 2026-11-28}. */
    EXTENDED;

    private static final int MAX_YEAR = 9999;
    private static final int BASIC_LENGTH = 8;
    private static final int EXTENDED_LENGTH = 10;

    /**
     * A date as the wire wants it.
     *
     * @param date the date, of a year that {@link #checked} lets pass
     * @return its text
     */
    public String write(LocalDate date) {
        String extended = date.toString();
        return this == EXTENDED ? extended : extended.replace("-", "");
    }

    /**
     * Refuses a date that has no such text: its year has no four digits.
     *
     * @param field the field, for the message
     * @param date the date
     * @return the date
     * @throws IllegalArgumentException when its year is below 0 or above 9999
     */
    public static @Nullable LocalDate checked(String field, @Nullable LocalDate date) {
        if (date != null && (date.getYear() < 0 || date.getYear() > MAX_YEAR)) {
            throw new IllegalArgumentException(field + " must be a date of a year from 0 to 9999, not " + date);
        }
        return date;
    }

    /** Reads a date in either form; null when the text is no date. */
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
