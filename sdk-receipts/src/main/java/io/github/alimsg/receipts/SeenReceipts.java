package io.github.alimsg.receipts;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;

/**
 * Remembers which receipts were handled. A receipt is claimed before it is handled and confirmed afterwards, so that
 * one whose handler failed does not count as handled.
 *
 * <p>Implementations for several machines keep keys in a shared store: {@code RedisSeenReceipts} in {@code sdk-redis},
 * {@code JdbcSeenReceipts} in {@code sdk-once}. There a claim must expire by itself, after
 * longer than a handler ever takes, because a machine may die between claiming and confirming. An exception counts as a
 * failure to handle the receipt.
 */
public interface SeenReceipts {
    /** The result of claiming a receipt. */
    enum Claim {
        /** The caller is to handle it, and then confirm or release it. */
        FIRST,
        /** Another thread or machine is handling it and may still fail: the service is asked to deliver it again. */
        BUSY,
        /** It has been handled. */
        DONE
    }

    /**
     * Claims a receipt, in one atomic step.
     *
     * @param key the receipt's {@link Receipt#key()}
     * @return whether the caller is to handle it
     */
    Claim claim(String key);

    /**
     * Remembers that a claimed receipt was handled. Called on the thread that claimed. In a shared store it must not touch a
     * claim that has expired and has since been taken by another machine.
     *
     * @param key the receipt's key
     */
    void confirm(String key);

    /**
     * Releases a claim because handling failed. Called on the thread that claimed. In a shared store it must not touch
     * a claim that has expired and has since been taken by another machine.
     *
     * @param key the receipt's key
     */
    void release(String key);

    /**
     * Returns a memory in this process of up to 100,000 receipts for up to 24 hours, which is longer than the service
     * keeps redelivering. 25,000 of them stay for an hour whatever else is posted. It takes up to about 20 MB.
     *
     * @return a new, thread-safe memory
     */
    static SeenReceipts inMemory() {
        return inMemory(100_000, Duration.ofHours(24), TimeSource.system());
    }

    /**
     * Returns a memory in this process.
     *
     * @param capacity how many handled receipts to remember at most; at least 1. The oldest are forgotten first. In
     *     addition, up to a quarter as many stay for an hour whatever comes after them, so that fake receipts cannot
     *     push out all real ones
     * @param age how long to remember them; longer than zero
     * @param time the clock that measures the age
     * @return a new, thread-safe memory
     * @throws IllegalArgumentException when a bound is too low
     */
    static SeenReceipts inMemory(int capacity, Duration age, TimeSource time) {
        return new InMemorySeenReceipts(capacity, age, time);
    }

    /**
     * Returns a memory that remembers nothing: every delivery reaches its handler.
     *
     * @return one to which every receipt is new
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
