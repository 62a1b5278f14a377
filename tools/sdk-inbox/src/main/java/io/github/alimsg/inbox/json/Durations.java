package io.github.alimsg.inbox.json;

import java.time.Duration;
import java.util.Map;

/** Durations as people write them: {@code 500ms}, {@code 2s}, {@code -15m}, {@code 1h}. */
public final class Durations {
    private static final Map<String, Duration> UNITS = Map.of(
            "ms",
            Duration.ofMillis(1),
            "s",
            Duration.ofSeconds(1),
            "m",
            Duration.ofMinutes(1),
            "h",
            Duration.ofHours(1));

    private Durations() {}

    /** Reads one. @throws IllegalArgumentException when it is none */
    public static Duration parse(String text) {
        int end = text.length();
        while (end > 0 && Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        Duration unit = UNITS.get(text.substring(end));
        if (unit != null && end > 0 && end < 10) {
            try {
                return unit.multipliedBy(Integer.parseInt(text.substring(0, end)));
            } catch (NumberFormatException notANumber) {
                // refused below
            }
        }
        throw new IllegalArgumentException("a duration is a whole number with ms, s, m or h, such as 2s, not " + text);
    }

    /** Reads one that is not negative and not too long. @throws IllegalArgumentException when it is none */
    public static Duration parse(String text, Duration max) {
        Duration duration = parse(text);
        if (duration.isNegative() || duration.compareTo(max) > 0) {
            throw new IllegalArgumentException("it must be between 0s and " + format(max) + ", not " + text);
        }
        return duration;
    }

    /** Writes one so that it can be read. */
    public static String format(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 != 0 ? millis + "ms" : millis / 1000 + "s";
    }
}
