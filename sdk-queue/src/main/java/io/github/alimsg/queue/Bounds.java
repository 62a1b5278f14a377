package io.github.alimsg.queue;

import java.time.Duration;

/** What queues accept. */
final class Bounds {
    static final Duration MAX_VISIBILITY = Duration.ofHours(12);
    static final Duration MAX_WAIT = Duration.ofSeconds(30);

    private Bounds() {}

    /** Checks how long messages may be invisible. */
    static Duration visibility(String what, Duration duration) {
        return between(what, duration, Duration.ofSeconds(1), MAX_VISIBILITY);
    }

    static Duration between(String what, Duration duration, Duration least, Duration most) {
        if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
            throw new IllegalArgumentException(what + " must be between " + least.toSeconds() + " and "
                    + most.toSeconds() + " seconds, not " + duration);
        }
        return duration;
    }
}
