package io.github.alimsg.receipts;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;

/**
 * Remembers which receipts were handled. A receipt is claimed before it is handled and confirmed after, so that one
 * whose handler failed is not taken for handled.
 *
 * <p>Implementations for several machines keep keys in a shared store. There a claim has to lapse by itself, after
 * longer than a handler ever takes, for a machine may die between claiming and confirming. What a method throws counts
 * as a failure to handle the receipt.
 */
public interface SeenReceipts {
    /** The result of claiming a receipt. */
    enum Claim {
        /** The caller handles it, and then confirms or releases it. */
        FIRST,
        /** Somebody else is handling it and may still fail: the service is asked to deliver it again. */
        BUSY,
        /** It was handled. */
        DONE
    }

    /**
     * Claims a receipt, in one atomic step.
     *
     * @param key the receipt's {@link Receipt#key()}
     * @return whether the caller handles it
     */
    Claim claim(String key);

    /**
     * Remembers that a claimed receipt was handled.
     *
     * @param key the receipt's key
     */
    void confirm(String key);

    /**
     * Gives a claim back, because handling failed. Called on the thread that claimed. In a shared store it must leave
     * alone a claim that has lapsed and is somebody else's by now.
     *
     * @param key the receipt's key
     */
    void release(String key);

    /**
     * A memory in this process of 100,000 receipts and 24 hours, whichever is less: longer than the service goes on
     * delivering again. 25,000 of them stay for an hour whatever else is posted. It takes up to about 20 MB.
     *
     * @return a fresh one, safe for any number of threads
     */
    static SeenReceipts inMemory() {
        return inMemory(100_000, Duration.ofHours(24), TimeSource.system());
    }

    /**
     * A memory in this process.
     *
     * @param capacity how many handled receipts to remember at most; at least 1. The oldest are forgotten first. In
     *     addition, up to a quarter as many stay for an hour whatever comes after them, so that somebody who posts made-up
     *     receipts cannot push out all real ones
     * @param age how long to remember them; longer than zero
     * @param time measures the age
     * @return a fresh one, safe for any number of threads
     * @throws IllegalArgumentException when a bound is too low
     */
    static SeenReceipts inMemory(int capacity, Duration age, TimeSource time) {
        return new InMemorySeenReceipts(capacity, age, time);
    }

    /**
     * No memory at all: every delivery reaches its handler.
     *
     * @return one that takes every receipt for a new one
     */
    static SeenReceipts none() {
        return new SeenReceipts() {
            @Override
            public Claim claim(String key) {
                return Claim.FIRST;
            }

            @Override
            public void confirm(String key) {}

            @Override
            public void release(String key) {}
        };
    }
}
