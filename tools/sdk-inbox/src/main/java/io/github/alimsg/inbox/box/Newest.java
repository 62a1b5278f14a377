package io.github.alimsg.inbox.box;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The newest entries of a kind, each under a number that only grows, from 1. Safe for any number of threads.
 *
 * @param <T> the kind
 */
public final class Newest<T> {
    private final int max;
    private final Object[] entries;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private long last;
    private long first = 1;

    /**
     * None yet.
     *
     * @param max how many are kept; at least 1
     */
    public Newest(int max) {
        this.max = max;
        this.entries = new Object[max];
    }

    /**
     * Some entries, in order.
     *
     * @param entries the entries
     * @param more whether more match
     */
    public record Page<T>(List<T> entries, boolean more) {}

    /** Adds an entry that knows its number. @return the entry that has to go; null for none */
    public @Nullable T add(LongFunction<T> create) {
        lock.lock();
        try {
            T entry = create.apply(last + 1);
            last++;
            T oldest = null;
            if (last - first >= max) {
                oldest = at(first++);
            }
            entries[slot(last)] = entry;
            added.signalAll();
            return oldest;
        } finally {
            lock.unlock();
        }
    }

    private int slot(long number) {
        return (int) (number % max);
    }

    @SuppressWarnings("unchecked")
    private T at(long number) {
        return (T) entries[slot(number)];
    }

    /** The entry with a number; null when it is gone, or was never there. */
    public @Nullable T get(long number) {
        lock.lock();
        try {
            return number < first || number > last ? null : at(number);
        } finally {
            lock.unlock();
        }
    }

    /** Replaces an entry. @return the new one; null when it is gone */
    public @Nullable T replace(long number, UnaryOperator<T> change) {
        lock.lock();
        try {
            if (number < first || number > last) {
                return null;
            }
            T changed = change.apply(at(number));
            entries[slot(number)] = changed;
            return changed;
        } finally {
            lock.unlock();
        }
    }

    /** The highest number so far; 0 before the first. */
    public long last() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    /** The lowest number that is kept; above {@link #last} when none is. */
    public long first() {
        lock.lock();
        try {
            return first;
        } finally {
            lock.unlock();
        }
    }

    public int size() {
        lock.lock();
        try {
            return (int) (last - first + 1);
        } finally {
            lock.unlock();
        }
    }

    /** The oldest that match above a number. */
    public Page<T> after(long number, int limit, Predicate<? super T> wanted) {
        lock.lock();
        try {
            List<T> found = new ArrayList<>();
            for (long i = Math.max(first, number + 1); i <= last; i++) {
                T entry = at(i);
                if (wanted.test(entry)) {
                    if (found.size() == limit) {
                        return new Page<>(found, true);
                    }
                    found.add(entry);
                }
            }
            return new Page<>(found, false);
        } finally {
            lock.unlock();
        }
    }

    /** The newest that match below a number, in order. */
    public Page<T> before(long number, int limit, Predicate<? super T> wanted) {
        lock.lock();
        try {
            Deque<T> found = new ArrayDeque<>();
            for (long i = Math.min(last, number - 1); i >= first; i--) {
                T entry = at(i);
                if (wanted.test(entry)) {
                    if (found.size() == limit) {
                        return new Page<>(List.copyOf(found), true);
                    }
                    found.addFirst(entry);
                }
            }
            return new Page<>(List.copyOf(found), false);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the first that matches above a number. @return null when none comes in time */
    public @Nullable T await(long number, Predicate<? super T> wanted, long nanos) throws InterruptedException {
        long left = nanos;
        long seen = number;
        lock.lockInterruptibly();
        try {
            while (true) {
                List<T> found = after(seen, 1, wanted).entries();
                if (!found.isEmpty()) {
                    return found.get(0);
                }
                if (left <= 0) {
                    return null;
                }
                seen = Math.max(seen, last);
                left = added.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there are entries above a number. */
    public void awaitAbove(long number, long time, TimeUnit unit) throws InterruptedException {
        await(number, any -> true, unit.toNanos(time));
    }

    /** Forgets all entries; numbers go on. */
    public void clear() {
        lock.lock();
        try {
            java.util.Arrays.fill(entries, null);
            first = last + 1;
        } finally {
            lock.unlock();
        }
    }
}
