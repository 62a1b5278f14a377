package io.github.alimsg.redis;

/**
 * The turns of one operation, as in the generic cell rate algorithm: a single number, when the next one is free. {@link
 * TurnScript} is the same in Lua. This one serves while Redis is away.
 *
 * <p>A turn is free from {@code free} on, or earlier by how late calls may be. Taking it moves {@code free} by the
 * distance. Bulk calls take turns at most {@link #AHEAD} ahead. If others have taken turns further ahead, a bulk call may
 * take the one behind theirs once in {@link #KEPT} turns; {@code kept} says from when on.
 *
 * <p>Has no clock: {@code now} is the caller's, in microseconds. Not thread-safe.
 */
final class TurnCount {
    /** How far ahead bulk calls take turns. The engine asks more often than that, so none is left unused. */
    static final long AHEAD = 100_000;

    /** One turn in so many is kept for bulk calls. */
    static final long KEPT = 10;

    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    private long free = LONG_AGO;
    private long kept = LONG_AGO;

    /**
     * Begins to hand out turns.
     *
     * @param held the end of the latest turn that is known to be taken
     */
    void begin(long now, long held, long late) {
        free = Math.max(Math.max(free, held), now - late);
    }

    /**
     * Takes a turn.
     *
     * @return how long to wait for it; if none was taken, −1, and for a bulk call −1 less the time before which no bulk
     *     call gets one
     */
    long take(long now, long distance, int permits, long longestWait, boolean bulk) {
        long wait = Math.max(0, free - now);
        if (wait > longestWait || bulk && wait > AHEAD && kept > now) {
            return -1 - (bulk ? Math.max(0, Math.min(free - AHEAD, kept) - now) : 0);
        }
        free += permits * distance;
        if (bulk) {
            long pause = KEPT * permits * distance;
            kept = now + Math.min(Math.max(kept - now, -AHEAD) + pause, pause);
        }
        return wait;
    }
}
