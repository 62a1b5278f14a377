package io.github.alimsg.core.pacing;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands out turns, so that calls stay below a rate. Never sleeps itself; a turn that is not used is lost. Safe for many threads. */
@FunctionalInterface
public interface RateLimiter {
    /**
     * Takes the next turn of an operation, first come, first served. What it throws ends the call as not sent.
     *
     * @param operation the operation as the service names it
     * @param permits how many calls it counts for, at least 1
     * @param longestWait how long the caller could wait at the most
     * @return how long to wait for the turn, zero for now; null, with nothing taken, when it would be longer than
     *     {@code longestWait}
     */
    @Nullable
    Duration reserve(String operation, int permits, Duration longestWait);

    /**
     * Turns at even distances, for each operation by itself, 3 % longer than the limit asks for: an operation with a limit
     * of 5 calls a second gets a turn every 206 milliseconds.
     *
     * @param callsPerSecond limits by operation, each above 0; operations that are not named are not limited
     * @return the limiter; share it among all clients of one account
     * @throws IllegalArgumentException when a limit is not above 0
     */
    static RateLimiter perSecond(Map<String, ? extends Number> callsPerSecond) {
        return perSecond(callsPerSecond, TimeSource.system());
    }

    /**
     * The same, with a clock of one's own.
     *
     * @param callsPerSecond limits by operation, each above 0; operations that are not named are not limited
     * @param time what measures the distances
     * @return the limiter; share it among all clients of one account
     * @throws IllegalArgumentException when a limit is not above 0
     */
    static RateLimiter perSecond(Map<String, ? extends Number> callsPerSecond, TimeSource time) {
        return TokenBuckets.perSecond(callsPerSecond, time);
    }
}
