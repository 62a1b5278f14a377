package io.github.alimsg.core.internal.signing;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A small pool of objects that are costly to create. Not per thread, since virtual threads are many and short-lived.
 * Uses no locks; when the pool is empty, another object is created.
 */
final class Pool<T> {
    private static final int PLACES = 16;
    private static final int TRIES = 4;

    private final AtomicReferenceArray<@Nullable T> places = new AtomicReferenceArray<>(PLACES);

    private static int first() {
        return (int) Thread.currentThread().getId();
    }

    /** Takes one; null when there is none. */
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

    /** Returns one, which the caller no longer uses. */
    void give(T spare) {
        int first = first();
        for (int i = 0; i < TRIES; i++) {
            if (places.compareAndSet(first + i & PLACES - 1, null, spare)) {
                return;
            }
        }
    }
}
