package io.github.alimsg.core.retry;

import io.github.alimsg.core.retry.FailedAttempt.Cause;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Repeats by cause and effect, within a budget. */
final class StandardRetryPolicy implements RetryPolicy {
    private static final int COST = 14;
    private static final int THROTTLED_COST = 5;
    private static final int REWARD = 1;

    private final int maxAttempts;
    private final Duration maxDelay;
    private final boolean repeatHarmlessWrites;
    private final RetryBudget budget;
    private final Backoff backoff;
    private final Backoff throttledBackoff;

    StandardRetryPolicy(Builder builder) {
        this.maxAttempts = builder.maxAttempts;
        this.maxDelay = builder.maxDelay;
        this.repeatHarmlessWrites = builder.repeatHarmlessWrites;
        this.budget = new RetryBudget(builder.budget);
        this.backoff = new Backoff(builder.baseDelay, builder.maxDelay, builder.random);
        this.throttledBackoff = new Backoff(builder.throttledBaseDelay, builder.maxDelay, builder.random);
    }

    @Override
    public String toString() {
        return "at most " + maxAttempts + (maxAttempts == 1 ? " attempt" : " attempts");
    }

    @Override
    public @Nullable Duration delayBefore(FailedAttempt failed) {
        if (failed.attempt() >= maxAttempts) {
            return null;
        }
        return switch (failed.cause()) {
            case NOT_SENT -> within(failed, backoff);
            case UNANSWERED, SERVER_FAULT -> mayRepeatAfterArrival(failed.effect()) ? within(failed, backoff) : null;
            case THROTTLED -> within(failed, throttledBackoff);
            case CLOCK_SKEW, CREDENTIALS_EXPIRED -> failed.repeatedForSameCause() == 0 ? Duration.ZERO : null;
            case FINAL -> null;
        };
    }

    private boolean mayRepeatAfterArrival(Effect effect) {
        return effect == Effect.READ || repeatHarmlessWrites && effect.repeatsHarmlessly();
    }

    /**
     * The delay: after throttling exactly what the service asks for, since the engine's turns spread the calls
     * afterwards; otherwise at least that. Null when it is too long or the budget is spent.
     */
    private @Nullable Duration within(FailedAttempt failed, Backoff backoff) {
        Duration hint = failed.hint();
        if (hint != null && hint.compareTo(maxDelay) > 0 || !budget.spend(cost(failed.cause()))) {
            return null;
        }
        if (hint != null && failed.cause() == Cause.THROTTLED) {
            return hint;
        }
        Duration delay = backoff.delayAfter(failed.attempt());
        return hint != null && hint.compareTo(delay) > 0 ? hint : delay;
    }

    private static int cost(Cause cause) {
        return cause == Cause.THROTTLED ? THROTTLED_COST : COST;
    }

    @Override
    public void succeeded(@Nullable FailedAttempt last) {
        budget.earn(last == null || isCorrection(last.cause()) ? REWARD : cost(last.cause()));
    }

    @Override
    public void reset() {
        budget.refill();
    }

    /** Repeats for these causes cost nothing, so there is nothing to give back. */
    private static boolean isCorrection(Cause cause) {
        return cause == Cause.CLOCK_SKEW || cause == Cause.CREDENTIALS_EXPIRED;
    }
}
