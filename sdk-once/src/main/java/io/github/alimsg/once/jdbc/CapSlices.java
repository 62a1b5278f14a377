package io.github.alimsg.once.jdbc;

import java.time.Duration;
import java.util.NavigableMap;
import java.util.StringTokenizer;
import java.util.TreeMap;

/**
 * The sends of one window, counted in slices of a sixtieth of its length, as the store in memory does. A slice counts until
 * its last moment has left the window, so the limit is never exceeded, and a send is forgotten up to a slice late. Written
 * as text, the number and the count of each slice: {@code 29584321:2 29584324:1}.
 */
final class CapSlices {
    private static final int SLICES = 60;

    private final long length;
    private final long sliceLength;
    private final NavigableMap<Long, Long> counts = new TreeMap<>();

    CapSlices(Duration length, String text) {
        this.length = length.toMillis();
        this.sliceLength = (this.length + SLICES - 1) / SLICES;
        var numbers = new StringTokenizer(text, ": ");
        while (numbers.hasMoreTokens()) {
            counts.put(Long.valueOf(numbers.nextToken()), Long.valueOf(numbers.nextToken()));
        }
    }

    /** {@return how many sends are within the window, some of them a little longer ago} */
    long count(long now) {
        counts.keySet().removeIf(slice -> isOver(slice, now));
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private boolean isOver(long slice, long now) {
        return (slice + 1) * sliceLength <= now - length;
    }

    void add(long now) {
        counts.merge(Math.floorDiv(now, sliceLength), 1L, Long::sum);
    }

    /**
     * Takes a send out again; nothing happens when it is forgotten. If it isn't where it must be, because the time is that
     * of another clock, the one before it goes: the rest then counts longer and not shorter.
     */
    void remove(long addedAt, long now) {
        long slice = Math.floorDiv(addedAt, sliceLength);
        if (count(now) == 0 || isOver(slice, now)) {
            return;
        }
        Long counted = counts.floorKey(slice);
        counts.computeIfPresent(
                counted == null ? counts.firstKey() : counted, (key, count) -> count > 1 ? count - 1 : null);
    }

    /** {@return when nothing is left within the window} */
    long end() {
        return counts.isEmpty() ? 0 : (counts.lastKey() + 1) * sliceLength + length;
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        counts.forEach((slice, count) -> text.append(text.isEmpty() ? "" : " ")
                .append((long) slice)
                .append(':')
                .append((long) count));
        return text.toString();
    }
}
