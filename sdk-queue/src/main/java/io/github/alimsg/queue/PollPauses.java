package io.github.alimsg.queue;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait between the polls of a queue: not at all as a rule, 1 to 30 seconds after failures, and 1 to 10
 * after empty replies that came at once, because the service stops waiting for messages when too many polls wait at a
 * time, and bills every reply. Used by one thread.
 */
final class PollPauses {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST_AFTER_FAILURE = Duration.ofSeconds(30);
    private static final Duration LONGEST_AFTER_EMPTY = Duration.ofSeconds(10);
    private static final int MAX_DOUBLINGS = 10;

    private final DoubleSupplier random;
    private int failures;
    private int emptyAtOnce;

    PollPauses(DoubleSupplier random) {
        this.random = random;
    }

    /** With jitter, so that many processes do not come back at the same moment. */
    Duration afterFailure() {
        emptyAtOnce = 0;
        Duration whole = doubled(failures++, LONGEST_AFTER_FAILURE);
        return Duration.ofMillis((long) (whole.toMillis() * (0.5 + random.getAsDouble() / 2)));
    }

    Duration afterEmpty(Duration took, Duration wait) {
        failures = 0;
        if (took.compareTo(wait.dividedBy(2)) >= 0) {
            emptyAtOnce = 0;
            return Duration.ZERO;
        }
        return doubled(emptyAtOnce++, LONGEST_AFTER_EMPTY);
    }

    Duration afterMessages() {
        failures = 0;
        emptyAtOnce = 0;
        return Duration.ZERO;
    }

    private static Duration doubled(int times, Duration longest) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(MAX_DOUBLINGS, times));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
