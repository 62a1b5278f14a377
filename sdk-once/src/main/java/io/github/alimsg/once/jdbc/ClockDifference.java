package io.github.alimsg.once.jdbc;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How far the clock of a database is ahead of that of this process, as steps show it that have both. The least of what was
 * seen, because the rest of the difference is time on the way, until it has changed by more than a second.
 */
final class ClockDifference {
    private static final long UNKNOWN = Long.MAX_VALUE;
    private static final long CHANGED = 1_000;

    private final AtomicLong millis = new AtomicLong(UNKNOWN);

    void seen(long here, long there) {
        millis.accumulateAndGet(there - here, (old, seen) -> seen < old || seen - old > CHANGED ? seen : old);
    }

    /** {@return what the database's clock said at a time of this process, or a little earlier} */
    long there(long here) {
        long difference = millis.get();
        return difference == UNKNOWN ? here : here + difference;
    }
}
