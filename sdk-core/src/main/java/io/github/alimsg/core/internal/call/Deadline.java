package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;

/** When a call or an upload must be over, by the monotonic clock. */
public final class Deadline {
    private final TimeSource time;
    private final long began;
    private final long end;

    /**
     * Creates a deadline that counts from now.
     *
     * @param timeout how long it may take
     * @param time the clock
     */
    public Deadline(Duration timeout, TimeSource time) {
        this.time = time;
        this.began = time.nanoTime();
        this.end = began + timeout.toNanos();
    }

    /** The {@link TimeSource#nanoTime} at which it was set. */
    long began() {
        return began;
    }

    /** {@return how much time is left; zero when it has passed} */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - time.nanoTime()));
    }

    /** {@return whether no time is left} */
    public boolean isOver() {
        return end - time.nanoTime() <= 0;
    }
}
