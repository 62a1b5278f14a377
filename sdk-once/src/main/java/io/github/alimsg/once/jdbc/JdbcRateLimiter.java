package io.github.alimsg.once.jdbc;

import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.Product;
import io.github.alimsg.once.store.StoreException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out turns through a database, so that all processes together stay below the limits of an account: PostgreSQL, MySQL
 * 8, MariaDB or H2 in its regular mode.
 *
 * <pre>{@code
 * RateLimiter turns = JdbcRateLimiter.builder(dataSource)
 *         .account("5123456789")
 *         .documentedLimits(CamsClient.PRODUCT)
 *         .build();
 * CamsClient cams = CamsClient.builder().rateLimiter(turns).build();
 * }</pre>
 *
 * <p><b>For up to 50 calls a second of one operation</b>, all processes together. Each turn is a statement of its own that
 * writes the operation's row, and they queue up for the row. Above that, share turns through Redis, see {@code sdk-redis}, or
 * give each process its share of the limit.
 *
 * <p>Turns are evenly spaced, 3 % further apart than the limit requires, first come, first served at the database, and by its
 * server's clock. A caller that is up to 15 milliseconds late doesn't delay those after it. Processes may have different
 * limits for a while, such as during a deployment. If the server's clock is set back, turns come later by as much; deleting
 * the row makes the next one free at once.
 *
 * <p><b>While the database is away</b>, {@link Builder#whenAway another limiter} hands out turns: a step that fails
 * turns to it for a second, after which one call tries the database again. By default it is one in this process with the
 * full limits, as if turns were not shared: the processes together may then exceed a limit, and what the service
 * refuses is repeated. A call waits for the database no longer than its pool waits for a connection, and then the timeout,
 * twice if the server has vanished: by default one second. A missing table, or one that can't be written, is not absence:
 * calls fail, and nothing is sent.
 *
 * <p>The table {@code alimsg_turn} is created by you, from the script that {@link JdbcStore} names. Connections are used as
 * {@link JdbcStore} uses them: the pool itself, and the primary, best at {@code READ COMMITTED}.
 */
public final class JdbcRateLimiter implements RateLimiter {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcRateLimiter.class);
    private static final double SPARE = 1.03;
    private static final long LATE_MICROS = 15_000;
    private static final long MAX_WAIT_MICROS = 1_000_000L * 86_400 * 365;

    private final TurnTable table;
    private final Map<String, Long> distances;
    private final RateLimiter whenAway;
    private final TimeSource time;
    private final Absence absence;

    private JdbcRateLimiter(Builder builder, String account) {
        this.table = new TurnTable(new Connections(builder.dataSource, builder.timeout), account);
        this.distances = new HashMap<>();
        builder.limits.forEach((operation, limit) -> distances.put(operation, (long) Math.ceil(SPARE * 1e6 / limit)));
        this.time = builder.timeSource;
        this.whenAway = builder.whenAway == null ? RateLimiter.perSecond(builder.limits, time) : builder.whenAway;
        this.absence = new Absence(time);
    }

    /**
     * Returns a builder without a limit yet.
     *
     * @param dataSource connections to the database, best from a pool; not one that joins transactions
     * @return a new builder
     */
    public static Builder builder(DataSource dataSource) {
        return new Builder(dataSource);
    }

    /**
     * Takes the next turn of an operation. Waits for the database, never for the turn.
     *
     * @throws StoreException when the thread is interrupted, or the table is missing or can't be written
     */
    @Override
    public @Nullable Duration reserve(String operation, int permits, Duration longestWait) {
        if (permits < 1) {
            throw new IllegalArgumentException("permits must be at least 1, not " + permits);
        }
        Long distance = distances.get(operation);
        if (distance == null) {
            return Duration.ZERO;
        }
        long began = time.nanoTime();
        if (!absence.isAssumed()) {
            try {
                long wait = table.take(operation, LATE_MICROS, permits * distance, micros(longestWait));
                absence.ended();
                return wait == TurnTable.TOO_LATE ? null : Duration.of(wait, ChronoUnit.MICROS);
            } catch (StoreException e) {
                if (Thread.currentThread().isInterrupted() || SqlFailures.isMistake(e)) {
                    throw e;
                }
                absence.began();
                LOG.debug("turns are not shared for a second: {}", e.getMessage());
            }
        }
        return whenAway.reserve(operation, permits, longestWait.minusNanos(time.nanoTime() - began));
    }

    private static long micros(Duration longest) {
        return longest.toSeconds() >= MAX_WAIT_MICROS / 1_000_000 ? MAX_WAIT_MICROS : longest.toNanos() / 1_000;
    }

    /** Builds a {@link JdbcRateLimiter}. The account and at least one limit are required. */
    public static final class Builder {
        private static final int MAX_DOCUMENTED = 50;

        private final DataSource dataSource;
        private final Map<String, Double> limits = new HashMap<>();
        private @Nullable String account;
        private @Nullable RateLimiter whenAway;
        private Duration timeout = Duration.ofSeconds(1);
        private TimeSource timeSource = TimeSource.system();

        private Builder(DataSource dataSource) {
            this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        }

        /**
         * Sets the account whose limits these are: accounts don't share turns.
         *
         * @param account the account's id, or any other name for it, 1 to 64 characters of ASCII; the same in all processes
         * @return this builder
         * @throws IllegalArgumentException when it is another
         */
        public Builder account(String account) {
            Columns.requireAccount(account);
            this.account = account;
            return this;
        }

        /**
         * Adds the limits that are documented for a product's operations, as far as they are up to 50 calls a second. Those
         * above are not limited, unless {@link #limit} names them.
         *
         * @param product such as {@code CamsClient.PRODUCT}
         * @return this builder
         */
        public Builder documentedLimits(Product product) {
            for (Operation<?, ?> operation : product.operations()) {
                if (operation.callsPerSecond() > 0 && operation.callsPerSecond() <= MAX_DOCUMENTED) {
                    limit(operation.name(), operation.callsPerSecond());
                }
            }
            return this;
        }

        /**
         * Adds the limit of one operation, or replaces it. Operations without one are not limited.
         *
         * @param operation the operation as the service names it
         * @param callsPerSecond the limit of the account; may be a fraction
         * @return this builder
         * @throws IllegalArgumentException when it is not above 0
         */
        public Builder limit(String operation, double callsPerSecond) {
            Columns.requireOperation(operation);
            if (!(callsPerSecond > 0)) {
                throw new IllegalArgumentException(
                        "the limit of " + operation + " must be above 0, not " + callsPerSecond);
            }
            limits.put(operation, callsPerSecond);
            return this;
        }

        /**
         * Sets what hands out turns while the database is away. Default: a limiter in this process with the same limits. With
         * the number of processes known, each can have its share; a limiter that throws ends calls as not sent.
         *
         * @param whenAway the other limiter
         * @return this builder
         */
        public Builder whenAway(RateLimiter whenAway) {
            this.whenAway = Objects.requireNonNull(whenAway, "whenAway");
            return this;
        }

        /**
         * Sets when a statement ends as a failure. Default one second; in H2 it has no effect.
         *
         * @param timeout the time, in whole seconds, rounded up
         * @return this builder
         * @throws IllegalArgumentException when it is zero or negative
         */
        public Builder timeout(Duration timeout) {
            this.timeout = Columns.requirePositive(timeout, "timeout");
            return this;
        }

        /**
         * Sets the clock that measures for how long the database is left alone. Default: the machine's. For tests.
         *
         * @param timeSource the clock
         * @return this builder
         */
        public Builder timeSource(TimeSource timeSource) {
            this.timeSource = Objects.requireNonNull(timeSource, "timeSource");
            return this;
        }

        /**
         * Builds the limiter. It takes no connection yet.
         *
         * @return the limiter; share it among all clients of the account
         * @throws IllegalStateException when the account or all limits are missing
         */
        public JdbcRateLimiter build() {
            if (account == null || limits.isEmpty()) {
                throw new IllegalStateException("account and at least one limit are required");
            }
            return new JdbcRateLimiter(this, account);
        }
    }
}
