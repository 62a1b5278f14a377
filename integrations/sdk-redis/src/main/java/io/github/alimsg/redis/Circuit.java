package io.github.alimsg.redis;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether Redis is asked. It is not once it has failed or was slow, until it answers a probe in time. Probes are due when
 * the clock of Redis, as far as it is known, shows a full quarter of a second: so all processes find out at the same time,
 * and hardly any of them takes turns from Redis while others still take their shares.
 */
final class Circuit {
    private static final Logger LOG = LoggerFactory.getLogger(RedisRateLimiter.class);
    private static final long PAUSE = 250_000_000L;

    private final AtomicLong probeAt = new AtomicLong();
    private volatile boolean open;

    /** The clock of Redis minus that of this process, in nanoseconds. */
    private volatile long offset;

    /** {@return whether Redis is away} */
    boolean isOpen() {
        return open;
    }

    /** Redis failed or was slow at {@code now}, in nanoseconds. */
    void open(String reason, long now) {
        if (!open) {
            probeAt.set(nextProbe(now));
            open = true;
            LOG.debug("Redis is away: {}", reason);
        }
    }

    /** Redis said what time it is, in microseconds. */
    void redisTime(long micros, long now) {
        offset = micros * 1_000 - now;
    }

    /** Redis answered in time. */
    void close() {
        if (open) {
            open = false;
            LOG.debug("Redis is back");
        }
    }

    /** {@return whether a probe is due; then the caller sends it} */
    boolean takeProbe(long now) {
        long due = probeAt.get();
        return now - due >= 0 && probeAt.compareAndSet(due, nextProbe(now));
    }

    private long nextProbe(long now) {
        return now + PAUSE - Math.floorMod(now + offset, PAUSE);
    }
}
