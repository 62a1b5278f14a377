package io.github.alimsg.core.receipt;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** Remembers handled receipts in the order in which they were, and forgets from the front. */
final class SeenInMemory implements SeenReceipts {
    private final int capacity;
    private final long ageNanos;
    private final TimeSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<String> claimed = new HashSet<>();
    private final Map<String, Long> done = new LinkedHashMap<>();

    SeenInMemory(int capacity, Duration age, TimeSource time) {
        if (capacity < 1 || age.isNegative() || age.isZero()) {
            throw new IllegalArgumentException("a memory needs room for at least 1 receipt and an age above zero, not "
                    + capacity + " and " + age);
        }
        this.capacity = capacity;
        this.ageNanos = age.toNanos();
        this.time = time;
    }

    @Override
    public Claim claim(String key) {
        lock.lock();
        try {
            forget();
            if (done.containsKey(key)) {
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
            done.put(key, time.nanoTime());
            forget();
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
        var oldest = done.values().iterator();
        while (oldest.hasNext()) {
            long since = oldest.next();
            if (done.size() <= capacity && now - since < ageNanos) {
                return;
            }
            oldest.remove();
        }
    }
}
