package io.github.alimsg.core.pacing;

import java.time.Duration;
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
}
