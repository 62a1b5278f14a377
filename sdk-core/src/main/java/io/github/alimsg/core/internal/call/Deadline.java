package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;

/** When a call or an upload has to be over, by the clock that nobody sets. */
public final class Deadline {
    private final TimeSource time;
    private final long began;
    private final long end;

    /**
     * A deadline from now on.
     *
     * @param timeout how long it may take
     * @param time the clock
     */
    public Deadline(Duration timeout, TimeSource time) {
        this.time = time;
        this.began = time.nanoTime();
        this.end = began + timeout.toNanos();
    }

    /** When it was set, in {@link TimeSource#nanoTime}. */
    long began() {
        return began;
    }

    /** {@return how much time is left; zero when it is over} */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - time.nanoTime()));
    }

    /** {@return whether no time is left} */
    public boolean isOver() {
        return end - time.nanoTime() <= 0;
    }
}
