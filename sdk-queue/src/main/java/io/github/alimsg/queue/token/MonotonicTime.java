package io.github.alimsg.queue.token;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** The time since a start by the monotonic clock: who sets the machine's clock does not change how long a key lasts. */
final class MonotonicTime implements TimeSource {
    private final TimeSource time;
    private final Instant start;
    private final long startNanos;

    MonotonicTime(TimeSource time) {
        this.time = time;
        this.start = time.instant();
        this.startNanos = time.nanoTime();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(time.nanoTime() - startNanos);
    }

    @Override
    public long nanoTime() {
        return time.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        time.sleep(duration);
    }
}
