package io.github.alimsg.caps;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * The sends of one {@link CapWindow}, counted in slices.
 *
 * <p>A window of length L slides, so that no L anywhere in time has more sends than the limit; a window that begins anew
 * at fixed times would admit twice the limit around each of them. Three ways are common:
 *
 * <ul>
 *   <li>A log of the time of each send is exact, and grows with the limit: 20,000 times for a day's total.
 *   <li>Two counters, this window's and a share of the last one's, need two numbers, and assume that the last window's
 *       sends were spread evenly: a burst at its end is partly forgotten, and the limit exceeded.
 *   <li>Counters of short slices, here a sixtieth of the window, as in Figma's "An alternative approach to rate
 *       limiting" (2017): at most 62 numbers, whatever the limit.
 * </ul>
 *
 * <p>The third is used, with a slice counted until its last moment has left the window. So the limit is never exceeded,
 * and a send is forgotten up to a sixtieth of the length late. Slices without sends take no room: a window that admits
 * three has at most three. A clock that is set back finds slices of the future, which count.
 *
 * <p>Not safe for concurrent use.
 */
final class SlidingWindow {
    private static final int SLICES = 60;
    private static final long[] NONE = {};

    private final long length;
    private final long sliceLength;

    /** Number and count of each slice with sends, one after the other. */
    private long[] slices = NONE;

    SlidingWindow(Duration length) {
        this.length = length.toMillis();
        this.sliceLength = (this.length + SLICES - 1) / SLICES;
    }

    /** Whether as many sends as the limit are within the window. */
    boolean isFull(int limit, Instant now) {
        forget(now);
        long count = 0;
        for (int i = 1; i < slices.length; i += 2) {
            count += slices[i];
        }
        return count >= limit;
    }

    void add(Instant now) {
        int at = indexOf(now);
        if (at < 0) {
            at = slices.length;
            slices = Arrays.copyOf(slices, at + 2);
            slices[at] = slice(now);
        }
        slices[at + 1]++;
    }

    /** Takes a send out again; nothing happens when its slice is forgotten. */
    void remove(Instant addedAt) {
        int at = indexOf(addedAt);
        if (at >= 0 && --slices[at + 1] == 0) {
            drop(at);
        }
    }

    /** Whether no send is left within the window. */
    boolean isEmpty(Instant now) {
        forget(now);
        return slices.length == 0;
    }

    private void forget(Instant now) {
        long begin = now.toEpochMilli() - length;
        for (int at = slices.length - 2; at >= 0; at -= 2) {
            if ((slices[at] + 1) * sliceLength <= begin) {
                drop(at);
            }
        }
    }

    private void drop(int at) {
        long[] left = new long[slices.length - 2];
        System.arraycopy(slices, 0, left, 0, at);
        System.arraycopy(slices, at + 2, left, at, left.length - at);
        slices = left;
    }

    private int indexOf(Instant time) {
        long slice = slice(time);
        for (int at = slices.length - 2; at >= 0; at -= 2) {
            if (slices[at] == slice) {
                return at;
            }
        }
        return -1;
    }

    private long slice(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), sliceLength);
    }
}
