package io.github.alimsg.testing.queue;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Tests that wait until a queue is as they want it. */
final class Observers {
    private final ReentrantLock lock;
    private final Condition changed;

    /**
     * Nobody waits.
     *
     * @param lock the queue's
     */
    Observers(ReentrantLock lock) {
        this.lock = lock;
        this.changed = lock.newCondition();
    }

    /** Has all look again; with the lock. */
    void wake() {
        changed.signalAll();
    }

    /** Waits in real time, and looks by itself too, since time alone may change a queue. @return whether it was in time */
    boolean await(BooleanSupplier condition, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (!condition.getAsBoolean()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                changed.awaitNanos(Math.min(left, WaitingPolls.GLANCE.toNanos()));
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
