package io.github.alimsg.it.throttling;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A clock for many threads that sleep on it. One of them runs at a time; when it sleeps or ends, the clock jumps to where
 * the next one wakes. So what takes minutes passes in milliseconds, and the same way every time.
 */
final class VirtualTime implements TimeSource {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05.250Z");

    private final PriorityQueue<Sleeper> sleepers =
            new PriorityQueue<>(Comparator.<Sleeper>comparingLong(s -> s.until).thenComparingLong(s -> s.number));
    private final List<Sleeper> waiters = new ArrayList<>();
    private long sequence;
    private long now;
    private @Nullable Throwable defect;

    private static final class Sleeper {
        private final long until;
        private final long number;
        private final @Nullable CountDownLatch event;
        private final @Nullable Runnable action;
        private final Semaphore woken = new Semaphore(0);

        Sleeper(long until, long number, @Nullable CountDownLatch event, @Nullable Runnable action) {
            this.until = until;
            this.number = number;
            this.event = event;
            this.action = action;
        }
    }

    /** Runs tasks, each on a thread of its own, until all have ended. */
    void run(List<Runnable> tasks) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Runnable task : tasks) {
            Sleeper start = sleeper(0, null, null);
            threads.add(new Thread(() -> {
                try {
                    start.woken.acquire();
                    task.run();
                } catch (Throwable e) {
                    defect(e);
                } finally {
                    wakeNext();
                }
            }));
        }
        threads.forEach(Thread::start);
        wakeNext();
        for (Thread thread : threads) {
            thread.join();
        }
        if (defect != null) {
            throw new AssertionError("a task failed", defect);
        }
    }

    private synchronized void defect(Throwable e) {
        defect = e;
    }

    private synchronized Sleeper sleeper(long nanos, @Nullable CountDownLatch event, @Nullable Runnable action) {
        var sleeper = new Sleeper(now + nanos, sequence++, event, action);
        sleepers.add(sleeper);
        if (event != null) {
            waiters.add(sleeper);
        }
        return sleeper;
    }

    /** Runs an action later, on whichever thread goes to sleep then. It must not sleep. */
    void schedule(Duration delay, Runnable action) {
        sleeper(delay.toNanos(), null, action);
    }

    private synchronized void wakeNext() {
        for (Sleeper next = next(); next != null; next = next()) {
            if (next.action == null) {
                next.woken.release();
                return;
            }
            try {
                next.action.run();
            } catch (Throwable e) {
                defect(e);
            }
        }
    }

    /** Those whose event has occurred come first. */
    private @Nullable Sleeper next() {
        for (Sleeper waiter : waiters) {
            if (waiter.event != null && waiter.event.getCount() == 0) {
                waiters.remove(waiter);
                sleepers.remove(waiter);
                return waiter;
            }
        }
        Sleeper next = sleepers.poll();
        if (next != null) {
            now = next.until;
            waiters.remove(next);
        }
        return next;
    }

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public Instant instant() {
        return START.plusNanos(nanoTime());
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (!duration.isZero() && !duration.isNegative()) {
            Sleeper self = sleeper(duration.toNanos(), null, null);
            wakeNext();
            self.woken.acquire();
        }
    }

    @Override
    public boolean await(CountDownLatch event, Duration longest) throws InterruptedException {
        if (event.getCount() > 0 && !longest.isZero()) {
            Sleeper self = sleeper(longest.toNanos(), event, null);
            wakeNext();
            self.woken.acquire();
        }
        return event.getCount() == 0;
    }
}
