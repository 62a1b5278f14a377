package io.github.alimsg.redis;

/**
 * A limit as spaced turns.
 *
 * @param distance microseconds from one turn to the next: 3 % more than the limit requires, as in a single process
 * @param late by how many microseconds a call may be late without delaying the next turn
 */
record Limit(long distance, long late) {
    private static final double SPARE = 1.03;
    private static final long LATE = 15_000;

    /** From here on requests to Redis are combined, and so arrive late more often. All that 3 % save in a second. */
    private static final double HIGH = 1_000;

    private static final long LATE_WHEN_HIGH = 30_000;

    static Limit of(String operation, double callsPerSecond) {
        if (!(callsPerSecond > 0)) {
            throw new IllegalArgumentException("the limit of " + operation + " must be above 0, not " + callsPerSecond);
        }
        return new Limit((long) Math.ceil(SPARE * 1e6 / callsPerSecond), callsPerSecond < HIGH ? LATE : LATE_WHEN_HIGH);
    }
}
