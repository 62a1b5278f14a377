package io.github.alimsg.it.faults;

import java.util.List;

/** Values that stand for personal data and secrets, and the search for them. */
final class Marks {
    static final String KEY_ID = "LTAI5tFaultSuite";
    static final String SECRET = "s3cretOfTheFaultSuite";
    static final String NUMBERS = "62812777";
    static final String NAME = "Dear Ayu";
    static final String CODE = "482913";

    private static final List<String> ALL =
            List.of(SECRET, NUMBERS, NAME, "Dear%20Ayu", "Dear+Ayu", "Dear%2520Ayu", CODE);

    private Marks() {}

    static String number(int id) {
        return NUMBERS + String.format(java.util.Locale.ROOT, "%07d", id);
    }

    static String text(int id) {
        return NAME + ", your code is " + CODE + " (" + id + ")";
    }

    static boolean in(String text) {
        for (String mark : ALL) {
            if (text.contains(mark)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a mark stands in the message of an exception, of its causes, or of what it suppresses. */
    static boolean in(Throwable thrown) {
        if (in(thrown.toString()) || thrown.getCause() != null && in(thrown.getCause())) {
            return true;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (in(suppressed)) {
                return true;
            }
        }
        return false;
    }
}
