package io.github.alimsg.core.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads moments from texts that say their offset from UTC. A text without one could be any of 26 hours. */
final class Moments {
    /** Longest text that is looked at; the longest with nanoseconds has 35 characters. */
    private static final int MAX_LENGTH = 64;

    private Moments() {}

    /**
     * Reads a moment, as in {@code 2026-11-28T09:00:00Z}, {@code 2026-11-28T09:00:00.761+08:00} or {@code Sat, 28 Nov
     * 2026 09:00:00 +0800}.
     *
     * @param text the text, without white space around it
     * @return the moment; null when the text is none
     */
    static @Nullable Instant read(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return null;
        }
        boolean iso = Character.isDigit(text.charAt(0));
        try {
            return (iso ? DateTimeFormatter.ISO_OFFSET_DATE_TIME : DateTimeFormatter.RFC_1123_DATE_TIME)
                    .parse(text, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
