package io.github.alimsg.testing;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A clock for tests. It moves when told to, and when someone sleeps on it: a sleep returns at once, is remembered, and
 * moves the clock forward by its duration. Thread-safe.
 */
public final class ManualTime implements TimeSource {
    private final List<Duration> sleeps = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Instant now;
    private long nanos;

    /** Creates a clock that starts at 2026-01-02T03:04:05Z. */
    public ManualTime() {
        this(Instant.parse("2026-01-02T03:04:05Z"));
    }

    /**
     * Creates a clock that starts at a given time.
     *
     * @param start the time
     */
    public ManualTime(Instant start) {
        this.now = Objects.requireNonNull(start);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    /** Moves the clock on and returns at once; does nothing when the duration is zero or negative. */
    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (duration.isZero() || duration.isNegative()) {
            return;
        }
        synchronized (this) {
            sleeps.add(duration);
            pass(duration);
        }
        moved();
    }

    private synchronized void pass(Duration duration) {
        now = now.plus(duration);
        nanos += duration.toNanos();
    }

    /** Tells who waits for a time; without a lock, since the listeners look at this clock. */
    private void moved() {
        listeners.forEach(Runnable::run);
    }

    /** Has a listener told whenever the clock has moved. */
    void onMove(Runnable listener) {
        listeners.add(listener);
    }

    void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /**
     * Moves the clock forward.
     *
     * @param duration how much; not negative
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("time does not go back; set the clock instead");
        }
        pass(duration);
        moved();
    }

    /**
     * Sets the clock, as an administrator would: the date jumps forwards or back, but no time passes.
     *
     * @param instant the new date
     */
    public void set(Instant instant) {
        synchronized (this) {
            now = Objects.requireNonNull(instant);
        }
        moved();
    }

    /**
     * Returns the sleeps on this clock.
     *
     * @return the durations in order, a copy
     */
    public synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }

    @Override
    public synchronized String toString() {
        return "ManualTime[" + now + "]";
    }
}
