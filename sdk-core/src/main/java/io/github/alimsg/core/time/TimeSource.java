package io.github.alimsg.core.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A clock that can also wait. Tests provide their own and never wait. */
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

    /**
     * Waits for an event, no longer than a duration. The default sleeps for the whole duration, even if the event comes
     * earlier.
     *
     * @param event what to wait for
     * @param longest the longest time to wait
     * @return whether the event has occurred
     * @throws InterruptedException when the thread is interrupted before or while waiting
     */
    default boolean await(CountDownLatch event, Duration longest) throws InterruptedException {
        if (event.getCount() > 0) {
            sleep(longest);
        }
        return event.getCount() == 0;
    }

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

    @Override
    public boolean await(CountDownLatch event, Duration longest) throws InterruptedException {
        return event.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }
}
