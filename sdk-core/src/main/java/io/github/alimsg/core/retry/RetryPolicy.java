package io.github.alimsg.core.retry;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a failed attempt is repeated, and when. Must be thread-safe. A client and those that {@code
 * withOptions} derives from it share one policy, and so one budget.
 *
 * <pre>{@code
 * RetryPolicy often = RetryPolicy.builder().maxAttempts(5).repeatHarmlessWrites(true).build();
 * RetryPolicy readsTwice =
 *         failed -> failed.effect() == Effect.READ && failed.attempt() == 1 ? Duration.ofMillis(100) : null;
 * }</pre>
 *
 * <p>No policy can repeat what may have happened and must not happen twice, such as a send, nor what would fail in the
 * same way again ({@link FailedAttempt.Cause#FINAL}): it is not asked.
 *
 * <p>A policy that asks another one passes {@link #succeeded} and {@link #reset} on to it. Otherwise the other's budget
 * only shrinks.
 */
@FunctionalInterface
public interface RetryPolicy {
    /**
     * Decides whether to try again. If the policy throws, there is no other attempt: the caller gets the attempt's
     * failure, with the policy's exception suppressed.
     *
     * @param failed the attempt that failed
     * @return how long to wait before the next attempt; null to give up
     */
    @Nullable
    Duration delayBefore(FailedAttempt failed);

    /**
     * Called after every successful call, for policies that keep a budget. Exceptions are logged at DEBUG.
     *
     * @param last the last failed attempt before the one that succeeded; null when the first succeeded
     */
    default void succeeded(@Nullable FailedAttempt last) {}

    /** Resets the policy to its initial state, with a full budget. {@code FakeCloud} calls it between tests. */
    default void reset() {}

    /**
     * {@return a policy of three attempts with growing, random delays and a budget} Calls that were refused or never
     * sent are repeated; of those that may have arrived, only reads are.
     */
    static RetryPolicy standard() {
        return builder().build();
    }

    /** {@return a policy that never repeats anything, not even after correcting the clock} */
    static RetryPolicy none() {
        return failed -> null;
    }

    /** {@return a builder of the standard policy with other numbers} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RetryPolicy}. */
    final class Builder {
        int maxAttempts = 3;
        Duration baseDelay = Duration.ofMillis(50);
        Duration throttledBaseDelay = Duration.ofSeconds(1);
        Duration maxDelay = Duration.ofSeconds(20);
        int budget = 500;
        boolean repeatHarmlessWrites;

        @Nullable
        DoubleSupplier random;

        Builder() {}

        /**
         * Sets the maximum number of attempts, the first included. Default 3.
         *
         * @param maxAttempts at least 1
         * @return this builder
         */
        public Builder maxAttempts(int maxAttempts) {
            if (maxAttempts < 1) {
                throw new IllegalArgumentException("maxAttempts must be at least 1, not " + maxAttempts);
            }
            this.maxAttempts = maxAttempts;
            return this;
        }

        /**
         * Sets the longest delay before the second attempt; it doubles with each further one. Default 50 milliseconds.
         *
         * @param baseDelay not negative
         * @return this builder
         */
        public Builder baseDelay(Duration baseDelay) {
            this.baseDelay = notNegative("baseDelay", baseDelay);
            return this;
        }

        /**
         * Sets the same for throttled attempts, used when the service does not say how long to wait. Default 1 second.
         *
         * @param throttledBaseDelay not negative
         * @return this builder
         */
        public Builder throttledBaseDelay(Duration throttledBaseDelay) {
            this.throttledBaseDelay = notNegative("throttledBaseDelay", throttledBaseDelay);
            return this;
        }

        /**
         * Sets the longest delay of all. When the service asks for a longer one, the failure is thrown instead. Default
         * 20 seconds.
         *
         * @param maxDelay not negative
         * @return this builder
         */
        public Builder maxDelay(Duration maxDelay) {
            this.maxDelay = notNegative("maxDelay", maxDelay);
            return this;
        }

        /**
         * Sets the number of tokens for repeats, shared by all calls: a repeat costs 14 after a failure and 5 after
         * throttling; a success gives back what its last repeat cost, or 1. Without tokens nothing is repeated. Default
         * 500.
         *
         * @param budget not negative
         * @return this builder
         */
        public Builder budget(int budget) {
            if (budget < 0) {
                throw new IllegalArgumentException("budget must not be negative: " + budget);
            }
            this.budget = budget;
            return this;
        }

        /**
         * Sets whether to also repeat updates, deletions and reports that may have arrived. A deletion may then say
         * that there is nothing to delete. Sends and creations are never repeated once they may have arrived. Default
         * false.
         *
         * @param repeatHarmlessWrites whether to repeat them
         * @return this builder
         */
        public Builder repeatHarmlessWrites(boolean repeatHarmlessWrites) {
            this.repeatHarmlessWrites = repeatHarmlessWrites;
            return this;
        }

        /**
         * Sets the source of random delays. For tests.
         *
         * @param random returns numbers from 0, inclusive, to 1, exclusive; must be thread-safe
         * @return this builder
         */
        public Builder random(DoubleSupplier random) {
            this.random = random;
            return this;
        }

        private static Duration notNegative(String name, Duration value) {
            if (value.isNegative()) {
                throw new IllegalArgumentException(name + " must not be negative: " + value);
            }
            return value;
        }

        /** {@return the policy, with its own full budget} */
        public RetryPolicy build() {
            return new StandardRetryPolicy(this);
        }
    }
}
