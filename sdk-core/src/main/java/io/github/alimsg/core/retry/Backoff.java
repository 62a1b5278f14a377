package io.github.alimsg.core.retry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Random delays between zero and a maximum that doubles with each attempt. */
final class Backoff {
    private static final int MAX_DOUBLINGS = 30;

    private final Duration base;
    private final Duration cap;
    private final @Nullable DoubleSupplier random;

    Backoff(Duration base, Duration cap, @Nullable DoubleSupplier random) {
        this.base = base;
        this.cap = cap;
        this.random = random;
    }

    /** The delay after an attempt, by its number from 1. */
    Duration delayAfter(int attempt) {
        Duration longest = base.multipliedBy(1L << Math.min(attempt - 1, MAX_DOUBLINGS));
        Duration capped = longest.compareTo(cap) < 0 ? longest : cap;
        double share = random == null ? ThreadLocalRandom.current().nextDouble() : random.getAsDouble();
        return Duration.ofNanos((long) (capped.toNanos() * share));
    }
}
