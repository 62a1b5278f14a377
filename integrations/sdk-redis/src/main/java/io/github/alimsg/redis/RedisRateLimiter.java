package io.github.alimsg.redis;

import io.github.alimsg.core.pacing.Lane;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.Product;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A limiter for all processes of an account, which take their turns from one sequence in Redis:
 *
 * <pre>{@code
 * RateLimiter limiter = RedisRateLimiter.builder(new LettuceScripts(connection.async()))
 *         .account("5123456789")
 *         .documentedLimits(CamsClient.PRODUCT)
 *         .build();
 * CamsClient cams = CamsClient.builder().rateLimiter(limiter).build();
 * }</pre>
 *
 * <p>Turns are evenly spaced, 3 % further apart than the limit requires, and handed out in the order in which requests
 * reach Redis, so busy processes get more of them than idle ones. Only the clock of Redis counts. Callers that wait at
 * the same time share a request. Operations without a limit are not limited. {@link Lane Lanes} work across processes.
 *
 * <p>{@code reserve} waits for Redis, at most {@link Builder#timeout}, 50 milliseconds by default; longer, at most half
 * a second, only for the first answer, and while this process holds turns that are later, because the next turn can't
 * come before them. After a request that takes longer or fails, Redis is asked only by probes, up to four a second, for which no call waits, until
 * it answers one in time; {@link Builder#whenAway} says what happens meanwhile. If Redis loses what it knew, no turn is
 * handed out twice: processes tell it about the turns that they hold.
 *
 * <p>Keys begin with {@code alimsg:turns:}. They expire a minute after their last turn and contain nothing personal. A
 * limit is part of its key: if processes with an old and a new limit run at the same time, they don't share turns.
 *
 * <p>Needs Redis 5 or newer, or a service that is compatible with it. Thread-safe.
 */
public final class RedisRateLimiter implements RateLimiter {
    private final Map<String, SharedTurns> operations;

    private RedisRateLimiter(Builder from, String account) {
        var shared = new SharedTurns.Shared(
                from.scripts,
                account,
                UUID.randomUUID().toString(),
                from.whenAway,
                from.timeout,
                from.timeSource,
                new Circuit());
        Map<String, SharedTurns> turns = new HashMap<>();
        from.limits.forEach((operation, limit) -> turns.put(operation, new SharedTurns(operation, limit, shared)));
        this.operations = Map.copyOf(turns);
    }

    /**
     * Returns a builder.
     *
     * @param scripts runs the script: a {@link LettuceScripts}, a {@link JedisScripts} or your own
     * @return the builder
     */
    public static Builder builder(RedisScripts scripts) {
        return new Builder(scripts);
    }

    @Override
    public @Nullable Duration reserve(String operation, int permits, Duration longestWait) {
        return reserve(operation, permits, longestWait, Lane.STANDARD);
    }

    @Override
    public @Nullable Duration reserve(String operation, int permits, Duration longestWait, Lane lane) {
        if (permits < 1) {
            throw new IllegalArgumentException("permits must be at least 1, not " + permits);
        }
        SharedTurns turns = operations.get(operation);
        return turns == null ? Duration.ZERO : turns.reserve(permits, longestWait, lane == Lane.BULK);
    }

    /**
     * Returns what is known of an operation. Does not ask Redis.
     *
     * @param operation the operation as the service names it
     * @return its status
     * @throws IllegalArgumentException when the operation has no limit
     */
    public Status status(String operation) {
        SharedTurns turns = operations.get(operation);
        if (turns == null) {
            throw new IllegalArgumentException(operation + " has no limit; those with one: "
                    + String.join(", ", operations.keySet().stream().sorted().toList()));
        }
        return turns.status();
    }

    /** What happens to calls while Redis is away. */
    public enum WhenAway {
        /**
         * Each process takes an equal share of the limit: each takes every n-th turn, in turn with the others, where n
         * is the number of processes that took turns of the operation within the last 15 seconds. A process that has
         * never reached Redis knows only itself.
         */
        LOCAL_SHARE,

        /** Calls are not paced. The service may refuse some; then each client adapts its rate. */
        OPEN,

        /** Calls fail as not sent. */
        CLOSED
    }

    /** What a process knows of an operation's turns. */
    public static final class Status {
        private final boolean shared;
        private final int members;
        private final Duration backlog;
        private final long requests;
        private final long turns;
        private final long localTurns;

        Status(boolean shared, int members, Duration backlog, long requests, long turns, long localTurns) {
            this.shared = shared;
            this.members = members;
            this.backlog = backlog;
            this.requests = requests;
            this.turns = turns;
            this.localTurns = localTurns;
        }

        /** {@return whether turns come from Redis; false while it is away} */
        public boolean isShared() {
            return shared;
        }

        /** {@return how many processes took turns lately, this one included, as last counted by Redis} */
        public int members() {
            return members;
        }

        /** {@return how far in the future the latest turn ends that this process handed out; zero when it has passed} */
        public Duration backlog() {
            return backlog;
        }

        /** {@return how many requests this process has sent to Redis for the operation} */
        public long requests() {
            return requests;
        }

        /** {@return how many turns this process got from Redis} */
        public long turns() {
            return turns;
        }

        /** {@return how many turns this process handed out while Redis was away} */
        public long localTurns() {
            return localTurns;
        }

        @Override
        public String toString() {
            return (shared ? "shared" : "local") + ", members=" + members + ", backlog=" + backlog + ", requests="
                    + requests + ", turns=" + turns + ", localTurns=" + localTurns;
        }
    }

    /** Builds a {@link RedisRateLimiter}. The account and at least one limit are required. */
    public static final class Builder {
        private static final Duration MAX_TIMEOUT = Duration.ofSeconds(1);

        private final RedisScripts scripts;
        private final Map<String, Limit> limits = new HashMap<>();
        private @Nullable String account;
        private WhenAway whenAway = WhenAway.LOCAL_SHARE;
        private Duration timeout = Duration.ofMillis(50);
        private TimeSource timeSource = TimeSource.system();

        private Builder(RedisScripts scripts) {
            this.scripts = Objects.requireNonNull(scripts);
        }

        /**
         * Sets the account whose limits these are. Part of the keys: all processes of an account use the same text.
         *
         * @param account the account's id, or any other name for it, without braces
         * @return this builder
         * @throws IllegalArgumentException when it is empty or has braces
         */
        public Builder account(String account) {
            if (account.isBlank() || account.indexOf('{') >= 0 || account.indexOf('}') >= 0) {
                throw new IllegalArgumentException("an account must not be empty, and must have no braces");
            }
            this.account = account;
            return this;
        }

        /**
         * Adds the limits that the vendor documents for a product's operations, as {@code pacing(true)} does. Call {@link
         * #limit} afterwards for those that were raised.
         *
         * @param product such as {@code CamsClient.PRODUCT}
         * @return this builder
         */
        public Builder documentedLimits(Product product) {
            for (Operation<?, ?> operation : product.operations()) {
                if (operation.callsPerSecond() > 0) {
                    limit(operation.name(), operation.callsPerSecond());
                }
            }
            return this;
        }

        /**
         * Adds or replaces a limit.
         *
         * @param operation the operation as the service names it
         * @param callsPerSecond the limit of the account, above 0; may be a fraction
         * @return this builder
         * @throws IllegalArgumentException when it is not above 0
         */
        public Builder limit(String operation, double callsPerSecond) {
            limits.put(operation, Limit.of(operation, callsPerSecond));
            return this;
        }

        /**
         * Sets what happens to calls while Redis is away. Default {@link WhenAway#LOCAL_SHARE}.
         *
         * @param whenAway what happens
         * @return this builder
         */
        public Builder whenAway(WhenAway whenAway) {
            this.whenAway = Objects.requireNonNull(whenAway);
            return this;
        }

        /**
         * Sets how long a call may be held up by Redis; a slower Redis is away. Default 50 milliseconds. Raise it if
         * Redis is in another region.
         *
         * @param timeout between a millisecond and a second
         * @return this builder
         * @throws IllegalArgumentException when it is outside of that
         */
        public Builder timeout(Duration timeout) {
            if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(MAX_TIMEOUT) > 0) {
                throw new IllegalArgumentException(
                        "timeout must be between a millisecond and a second, not " + timeout);
            }
            this.timeout = timeout;
            return this;
        }

        /**
         * Sets the clock. Default: the machine's. For tests; use that of the clients.
         *
         * @param timeSource the clock
         * @return this builder
         */
        public Builder timeSource(TimeSource timeSource) {
            this.timeSource = Objects.requireNonNull(timeSource);
            return this;
        }

        /**
         * Builds the limiter. Does not ask Redis.
         *
         * @return the limiter; share it among all clients of the account
         * @throws IllegalStateException when the account or all limits are missing
         */
        public RedisRateLimiter build() {
            if (account == null || limits.isEmpty()) {
                throw new IllegalStateException("account and at least one limit are required");
            }
            return new RedisRateLimiter(this, account);
        }
    }
}
