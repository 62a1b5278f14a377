package io.github.alimsg.core.retry;

import java.util.concurrent.atomic.AtomicInteger;

/** Tokens that repeats cost and successes earn, so that clients do not hammer a failing service. */
final class RetryBudget {
    private final int capacity;
    private final AtomicInteger tokens;

    RetryBudget(int capacity) {
        this.capacity = capacity;
        this.tokens = new AtomicInteger(capacity);
    }

    /** Takes tokens, all or none. @return whether there were enough */
    boolean spend(int cost) {
        for (int left = tokens.get(); left >= cost; left = tokens.get()) {
            if (tokens.compareAndSet(left, left - cost)) {
                return true;
            }
        }
        return false;
    }

    void earn(int reward) {
        int left = tokens.get();
        while (left < capacity && !tokens.compareAndSet(left, Math.min(capacity, left + reward))) {
            left = tokens.get();
        }
    }

    void refill() {
        tokens.set(capacity);
    }
}
