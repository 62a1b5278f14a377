package io.github.alimsg.core.internal;

import io.github.alimsg.core.http.HttpReply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an answer's headers say about time: how long to wait, and what time it is. Anything unreadable says nothing. */
public final class ReplyHints {
    private static final Pattern EXHAUSTED = Pattern.compile("Remain:0\\b.*TimeLeft:(\\d{1,9})\\b");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");

    private ReplyHints() {}

    /** The gateway's own hint, in milliseconds; its presence alone means that the call was throttled. */
    public static @Nullable Duration throttled(HttpReply reply) {
        String value = reply.header("x-acs-retry-after");
        if (value == null || !WHOLE_NUMBER.matcher(value.strip()).matches()) {
            return null;
        }
        long millis = Long.parseLong(value.strip());
        return millis > 0 ? Duration.ofMillis(millis) : null;
    }

    /** How long to wait by whatever the answer says; null when it does not. */
    public static @Nullable Duration wait(HttpReply reply, Instant now) {
        Duration gateway = throttled(reply);
        if (gateway != null) {
            return gateway;
        }
        Duration window =
                longer(timeLeft(reply.header("x-ratelimit-user-api")), timeLeft(reply.header("x-ratelimit-user")));
        return window != null ? window : retryAfter(reply.header("Retry-After"), now);
    }

    private static @Nullable Duration timeLeft(@Nullable String value) {
        if (value == null) {
            return null;
        }
        Matcher matcher = EXHAUSTED.matcher(value);
        return matcher.find() ? Duration.ofMillis(Long.parseLong(matcher.group(1))) : null;
    }

    private static @Nullable Duration longer(@Nullable Duration a, @Nullable Duration b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** Seconds or a date. */
    private static @Nullable Duration retryAfter(@Nullable String value, Instant now) {
        if (value == null) {
            return null;
        }
        if (WHOLE_NUMBER.matcher(value.strip()).matches()) {
            return Duration.ofSeconds(Long.parseLong(value.strip()));
        }
        Instant date = date(value);
        return date == null || date.isBefore(now) ? null : Duration.between(now, date);
    }

    /** The service's own time; null when the answer does not tell. */
    public static @Nullable Instant date(HttpReply reply) {
        String value = reply.header("Date");
        return value == null ? null : date(value);
    }

    private static @Nullable Instant date(String value) {
        try {
            // Unlike other formatters, this one is bound to English names, whatever the locale.
            return ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
