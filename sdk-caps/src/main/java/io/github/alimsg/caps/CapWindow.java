package io.github.alimsg.caps;

import java.time.Duration;
import java.util.Objects;

/**
 * One count of sends: whose it is, how many it admits, and in which time. What a {@link CapStore} is asked to take from.
 */
public final class CapWindow {
    private final String key;
    private final int limit;
    private final Duration length;

    /**
     * Creates a window.
     *
     * @param key whose count it is: different for windows of different lengths, and without phone numbers
     * @param limit how many sends it admits; at least 1
     * @param length in which time; from a second to 31 days
     */
    public CapWindow(String key, int limit, Duration length) {
        this.key = Objects.requireNonNull(key);
        this.limit = limit;
        this.length = Objects.requireNonNull(length);
    }

    /** {@return whose count it is} */
    public String key() {
        return key;
    }

    /** {@return how many sends it admits} */
    public int limit() {
        return limit;
    }

    /** {@return in which time} */
    public Duration length() {
        return length;
    }

    /** Shows the limit only. */
    @Override
    public String toString() {
        return limit + " in " + length;
    }
}
