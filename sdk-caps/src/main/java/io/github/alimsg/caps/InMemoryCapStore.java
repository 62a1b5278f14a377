package io.github.alimsg.caps;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts of one process. Bounded: when as many windows as it may keep have sends in them, it admits nothing that would
 * need another one, since forgetting a count would lift its cap.
 */
final class InMemoryCapStore implements CapStore {
    /** Below it, empty windows are not looked for. */
    private static final int FEW = 1_024;

    private static final long SWEEP_PAUSE_MILLIS = 1_000;

    private final int maxWindows;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, SlidingWindow> windows = new HashMap<>();
    private int sweepAt = FEW;
    private long sweptAt = Long.MIN_VALUE;

    InMemoryCapStore(int maxWindows) {
        this.maxWindows = maxWindows;
    }

    @Override
    public int take(List<CapWindow> wanted, Instant now) {
        lock.lock();
        try {
            sweep(now);
            int added = 0;
            for (int i = 0; i < wanted.size(); i++) {
                CapWindow one = wanted.get(i);
                SlidingWindow window = windows.get(one.key());
                if (window == null) {
                    added++;
                } else if (window.isFull(one.limit(), now)) {
                    return i;
                }
            }
            if (windows.size() + added > maxWindows) {
                throw new IllegalStateException("all " + maxWindows + " windows are in use");
            }
            for (CapWindow one : wanted) {
                windows.computeIfAbsent(one.key(), key -> new SlidingWindow(one.length()))
                        .add(now);
            }
            return TAKEN;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void giveBack(List<CapWindow> taken, Instant takenAt) {
        lock.lock();
        try {
            for (CapWindow one : taken) {
                SlidingWindow window = windows.get(one.key());
                if (window != null) {
                    window.remove(takenAt);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Drops empty windows when their number has doubled, and once a second while there is no room. */
    private void sweep(Instant now) {
        long millis = now.toEpochMilli();
        boolean crowded = windows.size() >= maxWindows && Math.abs(millis - sweptAt) >= SWEEP_PAUSE_MILLIS;
        if (crowded || windows.size() >= sweepAt) {
            windows.values().removeIf(window -> window.isEmpty(now));
            sweepAt = Math.max(FEW, 2 * windows.size());
            sweptAt = millis;
        }
    }

    /** How many windows are kept. */
    int size() {
        lock.lock();
        try {
            return windows.size();
        } finally {
            lock.unlock();
        }
    }
}
