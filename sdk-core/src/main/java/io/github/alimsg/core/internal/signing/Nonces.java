package io.github.alimsg.core.internal.signing;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Creates nonces of 128 bits: a counter makes them unique within this process, a random origin between processes, and
 * the time between copies of one process image.
 */
public final class Nonces {
    private static final long ODD = 0x9E3779B97F4A7C15L; // multiplying by it visits every 64-bit number once

    private final long origin;
    private final AtomicLong counter;

    /** Starts at a random origin. */
    public Nonces() {
        var random = new SecureRandom();
        this.origin = random.nextLong();
        this.counter = new AtomicLong(random.nextLong());
    }

    /** The next nonce, formatted as a UUID: the JDK writes that with fewer copies than plain hexadecimal digits. */
    public String next() {
        return new UUID(mixed(origin ^ System.nanoTime()), mixed(counter.addAndGet(ODD))).toString();
    }

    /** The finalizer of SplitMix64, which maps 64-bit numbers one to one. */
    static long mixed(long z) {
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
