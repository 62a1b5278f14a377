package io.github.alimsg.once.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.once.store.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Turns of two processes that share a database. Time is the database's, and moves when it is told to. */
abstract class JdbcRateLimiterContract {
    private static final String SEND = "SendSms";
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration DISTANCE = Duration.ofMillis(206);

    private final TestDatabase database;
    private final TestClock clock = new TestClock();
    private final SmallPool pool;
    private final SmallPool otherPool;
    private final JdbcRateLimiter one;
    private final JdbcRateLimiter other;

    JdbcRateLimiterContract(TestDatabase database) {
        this.database = database;
        this.pool = new SmallPool(database.dataSource()).withClock(clock);
        this.otherPool = new SmallPool(database.dataSource()).withClock(clock);
        this.one = JdbcRateLimiter.builder(pool).account("1").limit(SEND, 5).build();
        this.other =
                JdbcRateLimiter.builder(otherPool).account("1").limit(SEND, 5).build();
    }

    @BeforeEach
    void createTables() {
        database.createTables();
    }

    @AfterEach
    void everyConnectionCameBackAsItWas() throws SQLException {
        pool.close();
        otherPool.close();
    }

    @Test
    void turnsOfAllProcessesAreEvenlySpaced() {
        for (int turn = 0; turn < 10; turn++) {
            JdbcRateLimiter limiter = turn % 3 == 0 ? one : other;
            assertThat(limiter.reserve(SEND, 1, LONG)).isEqualTo(DISTANCE.multipliedBy(turn));
        }
        clock.advance(DISTANCE.multipliedBy(4));
        assertThat(one.reserve(SEND, 1, LONG)).isEqualTo(DISTANCE.multipliedBy(6));
        clock.advance(LONG);
        assertThat(other.reserve(SEND, 1, LONG)).isZero();
        assertThat(other.reserve(SEND, 3, LONG)).isEqualTo(DISTANCE.minus(late()));
        assertThat(other.reserve(SEND, 1, LONG))
                .isEqualTo(DISTANCE.multipliedBy(4).minus(late()));
    }

    private static Duration late() {
        return Duration.ofMillis(15);
    }

    @Test
    void aCallThatIsALittleLateDelaysNobody() {
        one.reserve(SEND, 1, LONG);
        clock.advance(DISTANCE.plusMillis(10));
        assertThat(one.reserve(SEND, 1, LONG)).isZero();
        assertThat(other.reserve(SEND, 1, LONG)).isEqualTo(DISTANCE.minusMillis(10));
    }

    @Test
    void aTurnThatComesTooLateIsNotTaken() {
        one.reserve(SEND, 1, LONG);
        assertThat(other.reserve(SEND, 1, DISTANCE.minusNanos(1_000))).isNull();
        assertThat(other.reserve(SEND, 1, DISTANCE)).isEqualTo(DISTANCE);
        assertThat(one.reserve(SEND, 1, Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(DISTANCE.multipliedBy(2));
    }

    @Test
    void accountsAndOperationsShareNoTurns() {
        JdbcRateLimiter account = JdbcRateLimiter.builder(pool)
                .account("5123456789")
                .limit(SEND, 5)
                .limit("QuerySendDetails", 0.5)
                .build();
        one.reserve(SEND, 1, LONG);
        assertThat(account.reserve(SEND, 1, LONG)).isZero();
        assertThat(account.reserve("QuerySendDetails", 1, LONG)).isZero();
        assertThat(account.reserve("QuerySendDetails", 1, LONG)).isEqualTo(Duration.ofMillis(2_060));
        pool.statements().clear();
        assertThat(one.reserve("QuerySendDetails", 1, LONG)).isZero();
        assertThat(pool.statements()).as("for an operation without a limit").isEmpty();
    }

    @Test
    void threadsInTwoProcessesGetATurnEach() throws Exception {
        List<Duration> waits = new ArrayList<>(Together.run(
                64, i -> Objects.requireNonNull((i % 2 == 0 ? one : other).reserve(SEND, 1, LONG))));
        waits.sort(Comparator.naturalOrder());
        for (int turn = 0; turn < 64; turn++) {
            assertThat(waits.get(turn)).isEqualTo(DISTANCE.multipliedBy(turn));
        }
        assertThat(pool.undone()).isEmpty();
        assertThat(otherPool.undone()).isEmpty();
    }

    @Test
    void theDatabasesOwnClockSpacesThemToo() {
        JdbcRateLimiter real = JdbcRateLimiter.builder(database.dataSource())
                .account("1")
                .limit(SEND, 1)
                .build();
        long began = System.nanoTime();
        assertThat(real.reserve(SEND, 1, LONG)).isZero();
        Duration second = Objects.requireNonNull(real.reserve(SEND, 1, LONG));
        Duration third = Objects.requireNonNull(real.reserve(SEND, 1, LONG));
        Duration elapsed = Duration.ofNanos(System.nanoTime() - began).plusMillis(1);
        assertThat(second).isBetween(Duration.ofMillis(1_030).minus(elapsed), Duration.ofMillis(1_030));
        assertThat(third).isBetween(Duration.ofMillis(2_060).minus(elapsed), Duration.ofMillis(2_060));
    }

    @Test
    void whileTheDatabaseIsAwayAnotherLimiterHandsOutTurnsAndOneCallASecondTries() {
        var time = new Nanos();
        var local = new AtomicInteger();
        JdbcRateLimiter limiter = JdbcRateLimiter.builder(pool)
                .account("1")
                .limit(SEND, 5)
                .timeSource(time)
                .whenAway((operation, permits, longest) -> {
                    local.incrementAndGet();
                    return Duration.ofHours(1);
                })
                .build();
        limiter.reserve(SEND, 1, LONG);
        pool.breakAllStatements();
        int before = pool.taken();
        for (int i = 0; i < 5; i++) {
            assertThat(limiter.reserve(SEND, 1, LONG)).isEqualTo(Duration.ofHours(1));
        }
        assertThat(pool.taken() - before).isEqualTo(1);
        time.now += 999_999_999L;
        limiter.reserve(SEND, 1, LONG);
        assertThat(pool.taken() - before).isEqualTo(1);
        time.now += 1;
        limiter.reserve(SEND, 1, LONG);
        limiter.reserve(SEND, 1, LONG);
        assertThat(pool.taken() - before).isEqualTo(2);
        assertThat(local).hasValue(8);

        pool.repair();
        time.now += 1_000_000_000L;
        assertThat(limiter.reserve(SEND, 1, LONG)).as("shared again").isEqualTo(DISTANCE);
        assertThat(limiter.reserve(SEND, 1, LONG)).isEqualTo(DISTANCE.multipliedBy(2));
        assertThat(local).hasValue(8);
    }

    @Test
    void withoutAnotherLimiterTheLimitsHoldInThisProcess() {
        var time = new Nanos();
        JdbcRateLimiter limiter = JdbcRateLimiter.builder(pool)
                .account("1")
                .limit(SEND, 5)
                .timeSource(time)
                .build();
        pool.breakAllStatements();
        assertThat(limiter.reserve(SEND, 1, LONG)).isZero();
        assertThat(limiter.reserve(SEND, 1, LONG)).isEqualTo(DISTANCE);
        pool.repair();
    }

    @Test
    void aMissingTableFailsAndIsNotHidden() {
        database.execute("drop table alimsg_turn");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> one.reserve(SEND, 1, LONG))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("a table is missing")
                    .hasMessageContaining("io/github/alimsg/once/jdbc/" + database.script());
        }
    }

    @Test
    void anInterruptedCallerIsToldSoAndTheDatabaseIsNotAway() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> one.reserve(SEND, 1, LONG)).isInstanceOf(StoreException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(one.reserve(SEND, 1, LONG)).isZero();
        assertThat(other.reserve(SEND, 1, LONG)).isEqualTo(DISTANCE);
    }

    @Test
    void valuesOutOfBoundsAreRefused() {
        JdbcRateLimiter.Builder builder = JdbcRateLimiter.builder(pool);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.limit(SEND, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.limit(SEND, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.account(""));
        assertThatIllegalStateException().isThrownBy(builder::build);
        assertThatIllegalArgumentException().isThrownBy(() -> one.reserve(SEND, 0, LONG));
    }

    /** A clock of this process. */
    private static final class Nanos implements TimeSource {
        private volatile long now;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plus(now, ChronoUnit.NANOS);
        }

        @Override
        public void sleep(Duration duration) {
            throw new AssertionError("nothing here sleeps");
        }
    }
}
