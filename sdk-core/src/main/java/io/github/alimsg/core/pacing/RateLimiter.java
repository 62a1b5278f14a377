package io.github.alimsg.core.pacing;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hands out turns so that calls stay below a rate. Says how long to wait for a turn, and never waits for the turn
 * itself. A limiter that asks a store, to share turns among processes, may wait for the store's answer, but only for
 * milliseconds, and no longer than a bound that it documents. A turn that is not used is lost. Thread-safe.
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
     * Takes a turn in a lane. The default knows no lanes and takes the next one. The engine calls this for {@link
     * Lane#BULK} only, and asks again every 40 milliseconds while the answer is null and the call has time left.
     *
     * @param operation the operation as the service names it
     * @param permits how many calls it counts as, at least 1
     * @param longestWait the longest time that the caller can wait
     * @param lane who goes first
     * @return how long to wait for the turn, zero for now; null, with nothing taken, when it would be longer than
     *     {@code longestWait}, or when others go first
     */
    default @Nullable Duration reserve(String operation, int permits, Duration longestWait, Lane lane) {
        return reserve(operation, permits, longestWait);
    }

    /**
     * Returns a limiter with evenly spaced turns for each operation, 3 % further apart than its limit requires: an
     * operation with a limit of 5 calls a second gets a turn every 206 milliseconds. It knows {@link Lane lanes}.
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
