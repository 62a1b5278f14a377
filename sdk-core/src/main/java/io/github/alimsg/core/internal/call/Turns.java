package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.internal.reply.Failure;
import io.github.alimsg.core.pacing.Lane;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.core.retry.FailedAttempt.Cause;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.Product;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a call may be sent: first for a turn of the limiter, then, if the service recently refused such calls,
 * for a turn of the adaptive rate.
 */
final class Turns {
    /** The longest wait for a turn that is slept in one piece; of longer ones half is slept, since rates change. */
    private static final long LAST_STRETCH = 50_000_000L;

    /** After how long a bulk call asks for a turn again: sooner than turns taken a tenth of a second ahead are over. */
    private static final Duration ASK_AGAIN = Duration.ofMillis(40);

    /** After refusals, a bulk call lets standard calls pass that begin up to so many nanoseconds after it. */
    private static final long LETS_PASS = 10_000_000_000L;

    private final @Nullable RateLimiter limiter;
    private final Lane lane;
    private final AdaptiveRates rates;
    private final CountDownLatch closed;
    private final TimeSource time;

    /**
     * Creates the turns of one client.
     *
     * @param limiter hands out turns; null when nothing is paced
     * @param lane which calls go first
     * @param rates the rates learned from refusals
     * @param closed completed when the client is closed, which ends all waiting
     * @param time the clock
     */
    Turns(@Nullable RateLimiter limiter, Lane lane, AdaptiveRates rates, CountDownLatch closed, TimeSource time) {
        this.limiter = limiter;
        this.lane = lane;
        this.rates = rates;
        this.closed = closed;
        this.time = time;
    }

    /** {@return turns by the limits that are documented for a product's operations} */
    static RateLimiter documentedLimits(Product product, TimeSource time) {
        Map<String, Integer> limits = new HashMap<>();
        for (Operation<?, ?> operation : product.operations()) {
            if (operation.callsPerSecond() > 0) {
                limits.put(operation.name(), operation.callsPerSecond());
            }
        }
        return RateLimiter.perSecond(limits, time);
    }

    /** Why there is no turn in time. */
    record TurnRefusal(String reason, @Nullable Throwable cause) {
        TurnRefusal(String reason) {
            this(reason, null);
        }
    }

    /** Waits. Returns why the call can't be sent; null when it can. */
    @Nullable
    TurnRefusal await(Operation<?, ?> operation, Deadline deadline) throws InterruptedException {
        TurnRefusal refusal = limiter == null ? null : await(limiter, operation, deadline);
        AdaptiveRate rate = rates.of(operation);
        return refusal != null || rate == null ? refusal : await(rate, deadline);
    }

    private @Nullable TurnRefusal await(RateLimiter limiter, Operation<?, ?> operation, Deadline deadline)
            throws InterruptedException {
        while (true) {
            Duration left = deadline.left();
            Duration wait;
            try {
                wait = lane == Lane.STANDARD
                        ? limiter.reserve(operation.name(), 1, left)
                        : limiter.reserve(operation.name(), 1, left, lane);
            } catch (Throwable e) {
                throwIfInterrupted(e);
                return new TurnRefusal(
                        "pacing: the rate limiter failed: " + e.getClass().getName(), e);
            }
            if (wait != null) {
                return wait.isZero() || !closedWithin(wait) ? null : closed();
            }
            if (lane == Lane.STANDARD) {
                return new TurnRefusal(
                        "pacing: the next turn comes later than the " + left.toMillis() + " ms this call has left");
            }
            if (left.isZero()) {
                return new TurnRefusal("pacing: no turn was left for bulk calls within this call's timeout");
            }
            if (closedWithin(left.compareTo(ASK_AGAIN) < 0 ? left : ASK_AGAIN)) {
                return closed();
            }
        }
    }

    private @Nullable TurnRefusal await(AdaptiveRate rate, Deadline deadline) throws InterruptedException {
        AdaptiveRate.Turn turn = rate.join(lane == Lane.STANDARD ? deadline.began() : deadline.began() + LETS_PASS);
        try {
            for (long wait; (wait = rate.take(turn, time.nanoTime())) > 0; ) {
                Duration left = deadline.left();
                if (wait > left.toNanos()) {
                    return new TurnRefusal(
                            "throttled: the service refused such calls recently, and the next turn comes later than"
                                    + " the " + left.toMillis() + " ms this call has left");
                }
                if (closedWithin(Duration.ofNanos(wait < LAST_STRETCH ? wait : wait / 2))) {
                    return closed();
                }
            }
            return null;
        } finally {
            rate.leave(turn);
        }
    }

    private boolean closedWithin(Duration wait) throws InterruptedException {
        return time.await(closed, wait);
    }

    private static TurnRefusal closed() {
        return new TurnRefusal("the client was closed while the call waited for its turn");
    }

    /** Application code may report an interrupt by any exception. */
    static void throwIfInterrupted(Throwable failure) throws InterruptedException {
        if (failure instanceof InterruptedException interrupt) {
            throw interrupt;
        }
        if (Thread.currentThread().isInterrupted()) {
            var interrupt = new InterruptedException();
            interrupt.initCause(failure);
            throw interrupt;
        }
    }

    /** Learns from the outcome of an attempt. */
    void learn(Operation<?, ?> operation, @Nullable Failure failure) {
        if (failure != null && failure.cause() == Cause.THROTTLED) {
            rates.refused(operation, time.nanoTime(), failure.hint());
        } else {
            rates.accepted(operation, time.nanoTime());
        }
    }
}
