package io.github.alimsg.core.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long a used-up quota lasts at the most, as far as its code or message names the window. */
public final class QuotaWindow {
    private static final Map<String, Duration> BY_WORD = Map.of(
            "MINUTE", Duration.ofMinutes(1),
            "HOUR", Duration.ofHours(1),
            "DAY", Duration.ofDays(1),
            "MONTH", Duration.ofDays(31),
            "\u5206\u949f\u7ea7", Duration.ofMinutes(1), // "by the minute", as the mainland service writes it
            "\u5c0f\u65f6\u7ea7", Duration.ofHours(1), // "by the hour"
            "\u5929\u7ea7", Duration.ofDays(1)); // "by the day"

    private QuotaWindow() {}

    /** The window; null when nothing names one. */
    public static @Nullable Duration of(String code, @Nullable String message) {
        String text = (code + " " + (message == null ? "" : message)).toUpperCase(Locale.ROOT);
        Duration longest = null;
        for (Map.Entry<String, Duration> word : BY_WORD.entrySet()) {
            if (text.contains(word.getKey()) && (longest == null || longest.compareTo(word.getValue()) < 0)) {
                longest = word.getValue();
            }
        }
        return longest;
    }
}
