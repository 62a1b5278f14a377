package io.github.alimsg.core.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What time it is, how long something took, and waiting. Tests give their own and never wait. */
public interface TimeSource extends InstantSource {
    /** {@return nanoseconds from an arbitrary origin, never going back: for measuring, not for dating} */
    long nanoTime();

    /**
     * Waits.
     *
     * @param duration how long; nothing happens when it is zero or negative
     * @throws InterruptedException when the thread is interrupted before or while waiting
     */
    void sleep(Duration duration) throws InterruptedException;

    /** {@return the machine's clock} */
    static TimeSource system() {
        return SystemTime.INSTANCE;
    }
}

/** The machine's clock. */
final class SystemTime implements TimeSource {
    static final SystemTime INSTANCE = new SystemTime();

    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public long millis() {
        return System.currentTimeMillis();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (!duration.isZero() && !duration.isNegative()) {
            Thread.sleep(Math.max(1, duration.plusNanos(999_999).toMillis()));
        } else if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
