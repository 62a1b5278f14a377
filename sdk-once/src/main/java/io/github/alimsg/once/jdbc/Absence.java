package io.github.alimsg.once.jdbc;

import io.github.alimsg.core.time.TimeSource;
import java.util.concurrent.atomic.AtomicLong;

/** A database that did not answer is left alone for a second; then one caller tries it, and the others after its answer. */
final class Absence {
    private static final long NANOS = 1_000_000_000L;

    private final TimeSource time;
    private final AtomicLong lastTry = new AtomicLong();
    private volatile boolean isOn;

    Absence(TimeSource time) {
        this.time = time;
    }

    /** {@return whether the caller is to do without the database} */
    boolean isAssumed() {
        if (!isOn) {
            return false;
        }
        long last = lastTry.get();
        long now = time.nanoTime();
        return now - last < NANOS || !lastTry.compareAndSet(last, now);
    }

    void began() {
        lastTry.set(time.nanoTime());
        isOn = true;
    }

    void ended() {
        isOn = false;
    }
}
