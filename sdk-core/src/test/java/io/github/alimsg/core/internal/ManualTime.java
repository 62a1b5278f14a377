package io.github.alimsg.core.internal;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes when a test says so. */
public final class ManualTime implements TimeSource {
    /** When every manual time begins. */
    public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private final AtomicLong nanos = new AtomicLong();

    /** Lets time pass. */
    public void advance(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    @Override
    public Instant instant() {
        return START.plusNanos(nanos.get());
    }

    @Override
    public long nanoTime() {
        return nanos.get();
    }

    @Override
    public void sleep(Duration duration) {
        advance(duration);
    }
}
