package io.github.alimsg.testing.queue;

import io.github.alimsg.testing.gateway.Caller;
import io.github.alimsg.testing.gateway.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** Polls that wait, each on the thread of its connection. Guarded by the queue's lock. */
final class WaitingPolls {
    /** How long a clock that nobody moves by hand is not looked at. */
    static final Duration GLANCE = Duration.ofMillis(20);

    private final FakeClock clock;
    private final Condition arrived;
    private final Observers observers;
    private final List<Caller> waiting = new ArrayList<>();

    /**
     * Nobody waits.
     *
     * @param lock the queue's
     * @param observers are told when a poll begins or ends to wait
     */
    WaitingPolls(FakeClock clock, ReentrantLock lock, Observers observers) {
        this.clock = clock;
        this.arrived = lock.newCondition();
        this.observers = observers;
    }

    /**
     * Waits by the fake's clock.
     *
     * @param end until when
     * @param goesOn whether there is a reason to wait, looked at whenever something may have changed
     * @return whether the client is still there
     */
    boolean await(Instant end, Predicate<Instant> goesOn) {
        Caller caller = Caller.ofThisThread();
        if (caller == null || !mayWait(end, goesOn)) {
            return true;
        }
        waiting.add(caller);
        observers.wake();
        try {
            while (mayWait(end, goesOn)) {
                if (clock.isMovedByHand()) {
                    arrived.await();
                } else {
                    arrived.awaitNanos(GLANCE.toNanos());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.remove(caller);
            observers.wake();
        }
        return !caller.isGone();
    }

    private boolean mayWait(Instant end, Predicate<Instant> goesOn) {
        Instant now = clock.sourceTime();
        return now.isBefore(end) && goesOn.test(now);
    }

    /** Has all polls look again. */
    void wake() {
        arrived.signalAll();
    }

    /** How many wait whose clients are still there. */
    int count() {
        return (int) waiting.stream().filter(caller -> !caller.isGone()).count();
    }
}
