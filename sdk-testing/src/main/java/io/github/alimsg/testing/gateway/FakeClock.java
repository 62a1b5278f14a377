package io.github.alimsg.testing.gateway;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The fake's clock: a time source, and how far the fake believes to be ahead of it. */
public final class FakeClock {
    private final TimeSource time;
    private final @Nullable Consumer<Duration> byHand;
    private volatile Duration skew = Duration.ZERO;

    /**
     * A clock that is right.
     *
     * @param byHand moves the time source on; null for one that moves by itself
     */
    public FakeClock(TimeSource time, @Nullable Consumer<Duration> byHand) {
        this.time = time;
        this.byHand = byHand;
    }

    public void skew(Duration ahead) {
        skew = Objects.requireNonNull(ahead);
    }

    /** How far it is ahead of its source. */
    public Duration skew() {
        return skew;
    }

    /** The time that the fake believes. */
    public Instant now() {
        return time.instant().plus(skew);
    }

    /** The time of its source. */
    public Instant sourceTime() {
        return time.instant();
    }

    /** Whether time passes only when a test moves the clock. */
    public boolean isMovedByHand() {
        return byHand != null;
    }

    /** Moves a clock on that is moved by hand. @return whether it is */
    public boolean advance(Duration duration) {
        if (byHand != null) {
            byHand.accept(duration);
        }
        return byHand != null;
    }
}
