package io.github.alimsg.receipts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the forms of time that receipts have. Digits are distinguished by their number: ten are seconds since 1970,
 * thirteen milliseconds, fourteen a local date and time as the vendor's older pages show it. Any other number of digits
 * is not a time, nor is a moment of another century or a date that no calendar has: a guess would pass for a
 * fact.
 */
final class ReceiptTime {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private static final DateTimeFormatter LOCAL =
            strict(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT));
    private static final DateTimeFormatter LOCAL_DIGITS =
            strict(DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT));
    private static final DateTimeFormatter RFC_1123 = strict(DateTimeFormatter.RFC_1123_DATE_TIME);

    private ReceiptTime() {}

    private static DateTimeFormatter strict(DateTimeFormatter form) {
        return form.withResolverStyle(ResolverStyle.STRICT);
    }

    static @Nullable Instant read(String text, ZoneOffset local) {
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            Instant moment = ofDigits(text, local);
            return moment == null || moment.isBefore(EARLIEST) || !moment.isBefore(LATEST) ? null : moment;
        }
        Instant moment = attempt(text, t -> LocalDateTime.parse(t, LOCAL).toInstant(local));
        return moment != null ? moment : attempt(text, t -> RFC_1123.parse(t, Instant::from));
    }

    private static @Nullable Instant ofDigits(String text, ZoneOffset local) {
        return switch (text.length()) {
            case 10 -> Instant.ofEpochSecond(Long.parseLong(text));
            case 13 -> Instant.ofEpochMilli(Long.parseLong(text));
            case 14 -> attempt(text, t -> LocalDateTime.parse(t, LOCAL_DIGITS).toInstant(local));
            default -> null;
        };
    }

    private static @Nullable Instant attempt(String text, Function<String, Instant> form) {
        try {
            return form.apply(text);
        } catch (DateTimeException otherForm) {
            return null;
        }
    }
}
