package io.github.alimsg.core.receipt;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the forms of time that receipts have. */
final class ReceiptTime {
    /** Seconds reach this in the year 5138, milliseconds had it in 1973. */
    private static final long LEAST_MILLIS = 100_000_000_000L;

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private ReceiptTime() {}

    static @Nullable Instant read(String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text.length() > 18 ? null : ofEpoch(Long.parseLong(text));
        }
        Instant local = attempt(text, t -> LocalDateTime.parse(t, LOCAL).toInstant(BEIJING));
        return local != null ? local : attempt(text, t -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(t, Instant::from));
    }

    private static Instant ofEpoch(long number) {
        return number >= LEAST_MILLIS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }

    private static @Nullable Instant attempt(String text, Function<String, Instant> form) {
        try {
            return form.apply(text);
        } catch (DateTimeException otherForm) {
            return null;
        }
    }
}
