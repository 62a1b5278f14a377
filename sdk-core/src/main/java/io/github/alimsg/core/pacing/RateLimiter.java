package io.github.alimsg.core.pacing;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hands out turns so that calls stay below a rate. Never sleeps itself; a turn that is not used is lost. Thread-safe.
 */
@FunctionalInterface
public interface RateLimiter {
    /**
     * Takes the next turn of an operation, first come, first served. An exception ends the call as not sent.
     *
     * @param operation the operation as the service names it
     * @param permits how many calls it counts as, at least 1
     * @param longestWait the longest time that the caller can wait
     * @return how long to wait for the turn, zero for now; null, with nothing taken, when it would be longer than
     *     {@code longestWait}
     */
    @Nullable
    Duration reserve(String operation, int permits, Duration longestWait);

    /**
     * Returns a limiter with evenly spaced turns for each operation, 3 % further apart than its limit requires: an
     * operation with a limit of 5 calls a second gets a turn every 206 milliseconds.
     *
     * @param callsPerSecond limits by operation, each above 0; other operations are not limited
     * @return the limiter; share it among all clients of one account
     * @throws IllegalArgumentException when a limit is not above 0
     */
    static RateLimiter perSecond(Map<String, ? extends Number> callsPerSecond) {
        return perSecond(callsPerSecond, TimeSource.system());
    }

    /**
     * Returns the same limiter with another clock.
     *
     * @param callsPerSecond limits by operation, each above 0; other operations are not limited
     * @param time the clock
     * @return the limiter; share it among all clients of one account
     * @throws IllegalArgumentException when a limit is not above 0
     */
    static RateLimiter perSecond(Map<String, ? extends Number> callsPerSecond, TimeSource time) {
        return TokenBuckets.perSecond(callsPerSecond, time);
    }
}
