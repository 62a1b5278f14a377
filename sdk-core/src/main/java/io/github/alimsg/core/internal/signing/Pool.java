package io.github.alimsg.core.internal.signing;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A few things that are costly to make, kept for whoever needs one next. Not by thread: of virtual threads there are many,
 * and each lives for a moment. Holds no locks; when there is none to take, another is made.
 */
final class Pool<T> {
    private static final int PLACES = 16;
    private static final int TRIES = 4;

    private final AtomicReferenceArray<@Nullable T> places = new AtomicReferenceArray<>(PLACES);

    private static int first() {
        return (int) Thread.currentThread().getId();
    }

    /** Takes one; null when none was found. */
    @Nullable
    T take() {
        int first = first();
        for (int i = 0; i < TRIES; i++) {
            int place = first + i & PLACES - 1;
            if (places.get(place) != null) {
                T spare = places.getAndSet(place, null);
                if (spare != null) {
                    return spare;
                }
            }
        }
        return null;
    }

    /** Gives one back, unused from now on. */
    void give(T spare) {
        int first = first();
        for (int i = 0; i < TRIES; i++) {
            if (places.compareAndSet(first + i & PLACES - 1, null, spare)) {
                return;
            }
        }
    }
}
