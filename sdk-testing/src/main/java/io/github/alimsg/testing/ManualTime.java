package io.github.alimsg.testing;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A clock for tests. It moves when told to, and when someone sleeps on it: a sleep returns at once, is remembered, and
 * leaves the clock as much later. Safe for any number of threads.
 */
public final class ManualTime implements TimeSource {
    private final List<Duration> sleeps = new ArrayList<>();
    private Instant now;
    private long nanos;

    /** Begins at 2026-01-02T03:04:05Z. */
    public ManualTime() {
        this(Instant.parse("2026-01-02T03:04:05Z"));
    }

    /**
     * Begins at a moment.
     *
     * @param start the moment
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

    /** Returns at once, with the clock moved on; nothing happens when the duration is zero or negative. */
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
            advance(duration);
        }
    }

    /**
     * Lets time pass.
     *
     * @param duration how much; not negative
     */
    public synchronized void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("time does not go back; set the clock instead");
        }
        now = now.plus(duration);
        nanos += duration.toNanos();
    }

    /**
     * Sets the clock, as an administrator would: the date jumps, forwards or back, while no time passes.
     *
     * @param instant what the clock shows from now on
     */
    public synchronized void set(Instant instant) {
        now = Objects.requireNonNull(instant);
    }

    /**
     * What has been slept on this clock.
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
