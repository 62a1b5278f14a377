package io.github.alimsg.core.pacing;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Evenly spaced turns for each operation, 3 % further apart than its limit requires: an operation with a limit of 5
 * calls a second gets a turn every 206 milliseconds. Even spacing stays below the limit however the service counts its
 * seconds; the 3 % allow for calls that take longer to arrive than the next ones.
 */
final class TokenBuckets implements RateLimiter {
    private static final double SPARE = 1.03;

    /** How late a call may take its turn without delaying the next turn. Half of what the 3 % save in a second. */
    private static final long LATE = 15_000_000L;

    private final Map<String, Bucket> buckets;
    private final TimeSource time;

    private TokenBuckets(Map<String, Bucket> buckets, TimeSource time) {
        this.buckets = Map.copyOf(buckets);
        this.time = time;
    }

    /** The interval between turns, and when the next one is free. */
    private record Bucket(long distance, AtomicLong nextFree) {}

    static TokenBuckets perSecond(Map<String, ? extends Number> callsPerSecond, TimeSource time) {
        Map<String, Bucket> buckets = new HashMap<>();
        callsPerSecond.forEach((operation, limit) -> {
            if (!(limit.doubleValue() > 0)) {
                throw new IllegalArgumentException("the limit of " + operation + " must be above 0, not " + limit);
            }
            long distance = (long) Math.ceil(SPARE * 1e9 / limit.doubleValue());
            buckets.put(operation, new Bucket(distance, new AtomicLong(time.nanoTime())));
        });
        return new TokenBuckets(buckets, time);
    }

    @Override
    public @Nullable Duration reserve(String operation, int permits, Duration longestWait) {
        if (permits < 1) {
            throw new IllegalArgumentException("permits must be at least 1, not " + permits);
        }
        Bucket bucket = buckets.get(operation);
        if (bucket == null) {
            return Duration.ZERO;
        }
        while (true) {
            long now = time.nanoTime();
            long free = bucket.nextFree.get();
            long wait = Math.max(0, free - now);
            if (Duration.ofNanos(wait).compareTo(longestWait) > 0) {
                return null;
            }
            if (bucket.nextFree.compareAndSet(free, Math.max(free, now - LATE) + permits * bucket.distance)) {
                return Duration.ofNanos(wait);
            }
        }
    }
}
