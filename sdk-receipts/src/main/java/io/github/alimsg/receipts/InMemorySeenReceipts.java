package io.github.alimsg.receipts;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Remembers handled receipts in order, and forgets the oldest first.
 *
 * <p>Anybody who knows the URL can post fake receipts, which look like real ones. If only the order counted, enough of
 * them would push out every real one before the service has delivered it again. So a share of the receipts also stays
 * for an hour, whatever comes after them; that share takes new keys only as old ones expire. It is only a share, so
 * that neither a flood nor ordinary heavy traffic keeps new keys from being remembered.
 */
final class InMemorySeenReceipts implements SeenReceipts {
    /** Longer than the 16 minutes for which the service keeps redelivering a text message's receipt. */
    private static final Duration SHELTERED_AGE = Duration.ofHours(1);

    private static final int SHELTERED_SHARE = 4;

    private final int capacity;
    private final long ageNanos;
    private final long shelteredNanos;
    private final TimeSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<String> claimed = new HashSet<>();
    private final Map<String, Long> done = new LinkedHashMap<>();
    private final Map<String, Long> sheltered = new LinkedHashMap<>();

    InMemorySeenReceipts(int capacity, Duration age, TimeSource time) {
        if (capacity < 1 || age.isNegative() || age.isZero()) {
            throw new IllegalArgumentException(
                    "a memory needs a capacity of at least 1 and an age above zero, not " + capacity + " and " + age);
        }
        this.capacity = capacity;
        this.ageNanos = age.toNanos();
        this.shelteredNanos = Math.min(ageNanos, SHELTERED_AGE.toNanos());
        this.time = time;
    }

    @Override
    public Claim claim(String key) {
        lock.lock();
        try {
            forget();
            if (done.containsKey(key) || sheltered.containsKey(key)) {
                return Claim.DONE;
            }
            return claimed.add(key) ? Claim.FIRST : Claim.BUSY;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void confirm(String key) {
        lock.lock();
        try {
            claimed.remove(key);
            Long now = time.nanoTime();
            done.put(key, now);
            forget();
            if (sheltered.size() < capacity / SHELTERED_SHARE) {
                sheltered.put(key, now);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void release(String key) {
        lock.lock();
        try {
            claimed.remove(key);
        } finally {
            lock.unlock();
        }
    }

    private void forget() {
        long now = time.nanoTime();
        forget(sheltered, shelteredNanos, now);
        forget(done, ageNanos, now);
        Iterator<String> oldest = done.keySet().iterator();
        while (done.size() > capacity) {
            oldest.next();
            oldest.remove();
        }
    }

    private static void forget(Map<String, Long> from, long ageNanos, long now) {
        Iterator<Long> oldest = from.values().iterator();
        while (oldest.hasNext() && now - oldest.next() >= ageNanos) {
            oldest.remove();
        }
    }
}
