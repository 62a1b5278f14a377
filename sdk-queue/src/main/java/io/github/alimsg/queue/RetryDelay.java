package io.github.alimsg.queue;

import java.time.Duration;

/**
 * How long a message that was not handled stays invisible: the first delay after the first time, twice as long after
 * each further one, up to the longest.
 *
 * @param first after the first time
 * @param longest after many times, and at once for what cannot be read
 */
record RetryDelay(Duration first, Duration longest) {
    static final RetryDelay DEFAULT = new RetryDelay(Duration.ofSeconds(10), Duration.ofMinutes(15));

    /** More doublings than any bound needs. */
    private static final int MAX_DOUBLINGS = 16;

    Duration after(int dequeueCount) {
        Duration delay = first.multipliedBy(1L << Math.min(MAX_DOUBLINGS, Math.max(0, dequeueCount - 1)));
        return delay.compareTo(longest) < 0 ? delay : longest;
    }
}
