package io.github.alimsg.queue;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes when a test says so, for threads that wait for it meanwhile. */
final class SteppedTime implements TimeSource {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private static final long GLANCE_MILLIS = 2;

    private final AtomicLong nanos = new AtomicLong();
    private final Queue<Long> ends = new ConcurrentLinkedQueue<>();
    private volatile boolean free;

    /** Lets time pass. */
    void advance(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    /** Whether somebody waits whose wait ends after a duration. */
    boolean isAwaited(Duration duration) {
        return ends.contains(nanos.get() + duration.toNanos());
    }

    /** From now on each wait passes by itself, at once. */
    void free() {
        free = true;
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
    public void sleep(Duration duration) throws InterruptedException {
        await(new CountDownLatch(1), duration);
    }

    @Override
    public boolean await(CountDownLatch event, Duration longest) throws InterruptedException {
        Long end = nanos.get() + longest.toNanos();
        ends.add(end);
        try {
            while (!event.await(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
                if (free || nanos.get() - end >= 0) {
                    return event.getCount() == 0;
                }
            }
            return true;
        } finally {
            ends.remove(end);
        }
    }
}
