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
 *
 * <p>Turns of all lanes are one sequence, so that its spacing stays even. A bulk call may take the next turn if that is
 * at most {@link #AHEAD} nanoseconds away. If standard calls have taken turns further ahead, it may take the turn behind
 * theirs once in {@link #KEPT} turns.
 */
final class TokenBuckets implements RateLimiter {
    private static final double SPARE = 1.03;

    /** How late a call may take its turn without delaying the next turn. Half of what the 3 % save in a second. */
    private static final long LATE = 15_000_000L;

    /** How far ahead bulk calls take turns. They ask again more often than that, so none is left unused. */
    private static final long AHEAD = 100_000_000L;

    /** One turn in so many is kept for bulk calls. */
    private static final long KEPT = 10;

    private final Map<String, Bucket> buckets;
    private final TimeSource time;

    private TokenBuckets(Map<String, Bucket> buckets, TimeSource time) {
        this.buckets = Map.copyOf(buckets);
        this.time = time;
    }

    /** The turns of one operation. */
    private static final class Bucket {
        private final long distance;
        private final AtomicLong nextFree;

        /** When bulk calls may take a turn behind those of standard calls. Guarded by this. */
        private long keptFrom;

        Bucket(long distance, long now) {
            this.distance = distance;
            this.nextFree = new AtomicLong(now);
            this.keptFrom = now;
        }

        @Nullable
        Duration take(int permits, Duration longestWait, long now) {
            while (true) {
                long free = nextFree.get();
                long wait = Math.max(0, free - now);
                if (Duration.ofNanos(wait).compareTo(longestWait) > 0) {
                    return null;
                }
                if (nextFree.compareAndSet(free, Math.max(free, now - LATE) + permits * distance)) {
                    return Duration.ofNanos(wait);
                }
            }
        }

        synchronized @Nullable Duration takeInBulk(int permits, Duration longestWait, long now) {
            if (nextFree.get() - now > AHEAD && keptFrom - now > 0) {
                return null;
            }
            Duration wait = take(permits, longestWait, now);
            if (wait != null) {
                long pause = KEPT * permits * distance;
                keptFrom = now + Math.min(Math.max(keptFrom - now, -AHEAD) + pause, pause);
            }
            return wait;
        }
    }

    static TokenBuckets perSecond(Map<String, ? extends Number> callsPerSecond, TimeSource time) {
        Map<String, Bucket> buckets = new HashMap<>();
        callsPerSecond.forEach((operation, limit) -> {
            if (!(limit.doubleValue() > 0)) {
                throw new IllegalArgumentException("the limit of " + operation + " must be above 0, not " + limit);
            }
            long distance = (long) Math.ceil(SPARE * 1e9 / limit.doubleValue());
            buckets.put(operation, new Bucket(distance, time.nanoTime()));
        });
        return new TokenBuckets(buckets, time);
    }

    @Override
    public @Nullable Duration reserve(String operation, int permits, Duration longestWait) {
        return reserve(operation, permits, longestWait, Lane.STANDARD);
    }

    @Override
    public @Nullable Duration reserve(String operation, int permits, Duration longestWait, Lane lane) {
        if (permits < 1) {
            throw new IllegalArgumentException("permits must be at least 1, not " + permits);
        }
        Bucket bucket = buckets.get(operation);
        if (bucket == null) {
            return Duration.ZERO;
        }
        long now = time.nanoTime();
        return lane == Lane.STANDARD
                ? bucket.take(permits, longestWait, now)
                : bucket.takeInBulk(permits, longestWait, now);
    }
}
