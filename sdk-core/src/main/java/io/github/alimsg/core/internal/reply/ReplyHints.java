package io.github.alimsg.core.internal.reply;

import io.github.alimsg.core.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a reply's headers say about time: how long to wait, and what time it is. Unreadable headers are ignored,
 * and so are those of more than {@value #MAX_LENGTH} characters.
 */
public final class ReplyHints {
    private static final int MAX_LENGTH = 1024;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");

    private ReplyHints() {}

    /** The gateway's own hint, in milliseconds. {@link ErrorKinds} says what it means for the call. */
    public static @Nullable Duration ofGateway(HttpResponse reply) {
        Long millis = wholeNumber(header(reply, "x-acs-retry-after"));
        return millis != null && millis > 0 ? Duration.ofMillis(millis) : null;
    }

    private static @Nullable String header(HttpResponse reply, String name) {
        String value = reply.header(name);
        return value == null || value.length() > MAX_LENGTH ? null : value.strip();
    }

    private static @Nullable Long wholeNumber(@Nullable String value) {
        return value != null && WHOLE_NUMBER.matcher(value).matches() ? Long.valueOf(value) : null;
    }

    /** How long to wait, by any of the headers; null when the reply does not say. */
    public static @Nullable Duration wait(HttpResponse reply, Instant now) {
        Duration gateway = ofGateway(reply);
        if (gateway != null) {
            return gateway;
        }
        Duration window =
                longer(timeLeft(header(reply, "x-ratelimit-user-api")), timeLeft(header(reply, "x-ratelimit-user")));
        return window != null ? window : retryAfter(header(reply, "Retry-After"), now);
    }

    /**
     * How long until the window of a used-up limit ends, in milliseconds: {@code
     * Limit:1,Remain:0,TimeLeft:2000,Reset:1234}.
     */
    private static @Nullable Duration timeLeft(@Nullable String value) {
        if (value == null || !part(value, "Remain:").equals("0")) {
            return null;
        }
        Long millis = wholeNumber(part(value, "TimeLeft:"));
        return millis == null ? null : Duration.ofMillis(millis);
    }

    private static String part(String value, String name) {
        for (String part : value.split(",", -1)) {
            if (part.strip().startsWith(name)) {
                return part.strip().substring(name.length()).strip();
            }
        }
        return "";
    }

    private static @Nullable Duration longer(@Nullable Duration a, @Nullable Duration b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** A number of seconds, or a date. */
    private static @Nullable Duration retryAfter(@Nullable String value, Instant now) {
        if (value == null) {
            return null;
        }
        Long seconds = wholeNumber(value);
        if (seconds != null) {
            return Duration.ofSeconds(seconds);
        }
        Instant date = date(value);
        return date == null || date.isBefore(now) ? null : Duration.between(now, date);
    }

    /** The service's time; null when the reply does not say. */
    public static @Nullable Instant date(HttpResponse reply) {
        String value = header(reply, "Date");
        return value == null ? null : date(value);
    }

    private static @Nullable Instant date(String value) {
        try {
            // Unlike other formatters, this one uses English names in every locale.
            return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
