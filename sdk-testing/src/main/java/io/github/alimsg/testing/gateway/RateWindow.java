package io.github.alimsg.testing.gateway;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts calls in fixed windows of one second, each beginning with a full second of the clock. */
final class RateWindow {
    private final int limit;
    private long second = Long.MIN_VALUE;
    private int used;

    RateWindow(int limit) {
        this.limit = limit;
    }

    /** Counts a call that comes now. @return how long until the window ends when it is full; null when the call may pass */
    synchronized @Nullable Duration waitFor(Instant now) {
        if (now.getEpochSecond() != second) {
            second = now.getEpochSecond();
            used = 0;
        }
        if (used < limit) {
            used++;
            return null;
        }
        return Duration.ofMillis(1000 - now.getNano() / 1_000_000);
    }
}
