package io.github.alimsg.core.retry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a failed attempt is repeated, and when. Safe for many threads. A client and what {@code withOptions}
 * derives from it share one policy, and with it one budget.
 *
 * <pre>{@code
 * RetryPolicy often = RetryPolicy.builder().maxAttempts(5).repeatHarmlessWrites(true).build();
 * RetryPolicy listsOnce = failed -> failed.operation().startsWith("List") ? null : often.delayBefore(failed);
 * }</pre>
 *
 * <p>No policy repeats what may have happened and must not happen twice, such as a send: it is not asked then.
 */
@FunctionalInterface
public interface RetryPolicy {
    /**
     * Whether to try again. A policy that throws does not: the caller gets the attempt's failure, with what was thrown
     * suppressed.
     *
     * @param failed the attempt that failed
     * @return how long to wait before the next attempt; null to give up
     */
    @Nullable
    Duration delayBefore(FailedAttempt failed);

    /**
     * Called after every call that succeeded, for policies that keep a budget. What it throws is logged at DEBUG.
     *
     * @param last the failed attempt before the one that succeeded; null when the first succeeded
     */
    default void succeeded(@Nullable FailedAttempt last) {}

    /** Makes the policy as good as new: a budget is full again. {@code FakeCloud} calls it between tests. */
    default void reset() {}

    /**
     * {@return a policy of three attempts with growing, random delays and a budget} What was refused or never left is repeated;
     * what may have arrived is repeated for reads alone.
     */
    static RetryPolicy standard() {
        return builder().build();
    }

    /** {@return a policy that never repeats anything, not even after correcting the clock} */
    static RetryPolicy none() {
        return failed -> null;
    }

    /** {@return the standard policy, with other numbers} */
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
        DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

        Builder() {}

        /**
         * How many times a request is tried at the most, the first included. Default 3.
         *
         * @param maxAttempts at least 1
         * @return this builder
         */
        public Builder maxAttempts(int maxAttempts) {
            if (maxAttempts < 1) {
                throw new IllegalArgumentException("maxAttempts is at least 1, not " + maxAttempts);
            }
            this.maxAttempts = maxAttempts;
            return this;
        }

        /**
         * The longest delay before the second attempt; it doubles with each further one. Default 50 milliseconds.
         *
         * @param baseDelay not negative
         * @return this builder
         */
        public Builder baseDelay(Duration baseDelay) {
            this.baseDelay = notNegative("baseDelay", baseDelay);
            return this;
        }

        /**
         * The same after a throttled attempt, where the service does not say how long to wait. Default 1 second.
         *
         * @param throttledBaseDelay not negative
         * @return this builder
         */
        public Builder throttledBaseDelay(Duration throttledBaseDelay) {
            this.throttledBaseDelay = notNegative("throttledBaseDelay", throttledBaseDelay);
            return this;
        }

        /**
         * The longest delay of all. When the service asks for more, the failure is thrown instead. Default 20 seconds.
         *
         * @param maxDelay not negative
         * @return this builder
         */
        public Builder maxDelay(Duration maxDelay) {
            this.maxDelay = notNegative("maxDelay", maxDelay);
            return this;
        }

        /**
         * Tokens for repeats, shared by all calls: a repeat after a failure costs 14, after throttling 5; a success
         * gives back what its last repeat cost, or 1. Without tokens nothing is repeated. Default 500.
         *
         * @param budget not negative
         * @return this builder
         */
        public Builder budget(int budget) {
            if (budget < 0) {
                throw new IllegalArgumentException("budget is not negative: " + budget);
            }
            this.budget = budget;
            return this;
        }

        /**
         * Whether to repeat updates, deletions and reports, too, that may have arrived. A deletion may then say that
         * there is nothing to delete. Sends and creations are never repeated once they may have arrived. Default no.
         *
         * @param repeatHarmlessWrites whether to
         * @return this builder
         */
        public Builder repeatHarmlessWrites(boolean repeatHarmlessWrites) {
            this.repeatHarmlessWrites = repeatHarmlessWrites;
            return this;
        }

        /**
         * Where the randomness of delays comes from. For tests.
         *
         * @param random gives numbers from 0, inclusive, to 1, exclusive; safe for many threads
         * @return this builder
         */
        public Builder random(DoubleSupplier random) {
            this.random = random;
            return this;
        }

        private static Duration notNegative(String name, Duration value) {
            if (value.isNegative()) {
                throw new IllegalArgumentException(name + " is not negative: " + value);
            }
            return value;
        }

        /** {@return the policy, with a full budget of its own} */
        public RetryPolicy build() {
            return new StandardRetryPolicy(this);
        }
    }
}
