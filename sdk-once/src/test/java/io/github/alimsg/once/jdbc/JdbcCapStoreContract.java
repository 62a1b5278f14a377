package io.github.alimsg.once.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.caps.CapStore;
import io.github.alimsg.caps.CapWindow;
import io.github.alimsg.once.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two processes that share a database count. Time is the database's; the clocks of the processes are hours off. */
abstract class JdbcCapStoreContract {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final CapWindow NUMBER = new CapWindow("number:PT1M:a", 3, MINUTE);
    private static final CapWindow TOTAL = new CapWindow("total:PT10M", 10, Duration.ofMinutes(10));

    private final TestDatabase database;
    private final TestClock clock = new TestClock();
    private final SmallPool pool;
    private final SmallPool otherPool;
    private final JdbcCapStore one;
    private final JdbcCapStore other;

    JdbcCapStoreContract(TestDatabase database) {
        this.database = database;
        this.pool = new SmallPool(database.dataSource()).withClock(clock);
        this.otherPool = new SmallPool(database.dataSource()).withClock(clock);
        this.one = JdbcCapStore.of(pool);
        this.other = JdbcCapStore.of(otherPool);
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

    /** The time of a process. */
    private Instant timeOf(JdbcCapStore store) {
        return clock.instant().plus(Duration.ofHours(store == one ? 3 : -2));
    }

    private int take(JdbcCapStore store, CapWindow... windows) {
        return store.take(List.of(windows), timeOf(store));
    }

    @Test
    void processesCountTogetherAndASendIsForgottenWithinASixtieth() {
        assertThat(take(one, NUMBER)).isEqualTo(CapStore.TAKEN);
        assertThat(take(other, NUMBER)).isEqualTo(CapStore.TAKEN);
        clock.advance(Duration.ofSeconds(30));
        assertThat(take(one, NUMBER)).isEqualTo(CapStore.TAKEN);
        assertThat(take(other, NUMBER)).isEqualTo(0);
        clock.advance(Duration.ofSeconds(30).minusMillis(1));
        assertThat(take(one, NUMBER)).isEqualTo(0);
        clock.advance(Duration.ofMillis(1_001));
        assertThat(take(other, NUMBER)).isEqualTo(CapStore.TAKEN);
        assertThat(take(other, NUMBER)).isEqualTo(CapStore.TAKEN);
        assertThat(take(one, NUMBER)).isEqualTo(0);
    }

    @Test
    void aSendIsCountedInAllWindowsOrInNone() {
        for (int i = 0; i < 3; i++) {
            assertThat(take(one, TOTAL, NUMBER)).isEqualTo(CapStore.TAKEN);
        }
        for (int i = 0; i < 20; i++) {
            assertThat(take(other, TOTAL, NUMBER)).isEqualTo(1);
        }
        for (int i = 3; i < 10; i++) {
            assertThat(take(other, TOTAL)).isEqualTo(CapStore.TAKEN);
        }
        assertThat(take(one, NUMBER, TOTAL)).as("the first in their order").isEqualTo(0);
        assertThat(take(one, TOTAL, NUMBER)).isEqualTo(0);
    }

    @Test
    void noWindowAnywhereInTimeHasMoreThanItsLimit() {
        var random = new Random(18);
        Map<String, List<Instant>> sent = new HashMap<>();
        int refused = 0;
        for (int step = 0; step < 400; step++) {
            clock.advance(Duration.ofMillis(random.nextInt(8_000)));
            JdbcCapStore store = random.nextBoolean() ? one : other;
            CapWindow number = new CapWindow("number:PT1M:" + random.nextInt(3), 3, MINUTE);
            Instant now = timeOf(store);
            int full = store.take(List.of(number, TOTAL), now);
            for (CapWindow window :
                    full == CapStore.TAKEN ? List.of(number, TOTAL) : List.of(full == 0 ? number : TOTAL)) {
                List<Instant> log = sent.computeIfAbsent(window.key(), key -> new ArrayList<>());
                if (full == CapStore.TAKEN) {
                    assertThat(since(log, window.length())).isLessThan(window.limit());
                    log.add(clock.instant());
                } else {
                    Duration longer = window.length().plus(window.length().dividedBy(60));
                    assertThat(since(log, longer)).isGreaterThanOrEqualTo(window.limit());
                    refused++;
                }
            }
            if (full == CapStore.TAKEN && random.nextInt(4) == 0) {
                store.giveBack(List.of(number, TOTAL), now);
                List.of(number, TOTAL).forEach(window -> sent.get(window.key()).remove(clock.instant()));
            }
        }
        assertThat(refused).isGreaterThan(50);
    }

    private long since(List<Instant> log, Duration length) {
        Instant begin = clock.instant().minus(length);
        return log.stream().filter(time -> time.isAfter(begin)).count();
    }

    @Test
    void aSendThatIsGivenBackMakesRoomAtOnce() {
        take(other, NUMBER);
        clock.advance(Duration.ofSeconds(20));
        Instant takenAt = timeOf(one);
        assertThat(one.take(List.of(NUMBER), takenAt)).isEqualTo(CapStore.TAKEN);
        clock.advance(Duration.ofSeconds(20));
        assertThat(take(one, NUMBER)).isEqualTo(CapStore.TAKEN);
        assertThat(take(one, NUMBER)).isEqualTo(0);

        one.giveBack(List.of(NUMBER), takenAt);
        assertThat(take(other, NUMBER)).isEqualTo(CapStore.TAKEN);
        assertThat(take(other, NUMBER)).isEqualTo(0);
        clock.advance(Duration.ofSeconds(21));
        assertThat(take(other, NUMBER)).as("the oldest has left").isEqualTo(CapStore.TAKEN);
        assertThat(take(other, NUMBER)).isEqualTo(0);
    }

    @Test
    void aSendThatIsForgottenIsNotGivenBack() {
        Instant takenAt = timeOf(one);
        one.take(List.of(NUMBER), takenAt);
        clock.advance(Duration.ofMinutes(2));
        for (int i = 0; i < 3; i++) {
            take(other, NUMBER);
        }
        one.giveBack(List.of(NUMBER), takenAt);
        one.giveBack(List.of(new CapWindow("number:PT1M:unknown", 3, MINUTE)), takenAt);
        assertThat(take(one, NUMBER)).isEqualTo(0);
    }

    @Test
    void threadsInTwoProcessesTakeExactlyTheLimitWithoutADeadlock() throws Exception {
        CapWindow total = new CapWindow("total:PT1H", 40, Duration.ofHours(1));
        List<Integer> taken = Together.run(64, thread -> {
            int count = 0;
            for (int i = 0; i < 3; i++) {
                CapWindow number = new CapWindow("number:PT1H:" + (thread + i) % 8, 100, Duration.ofHours(1));
                CapWindow prefix = new CapWindow("prefix:PT1H:" + (thread + i) % 3, 100, Duration.ofHours(1));
                List<CapWindow> windows =
                        thread % 3 == 0 ? List.of(total, number, prefix) : List.of(prefix, number, total);
                JdbcCapStore store = thread % 2 == 0 ? one : other;
                Instant now = timeOf(store);
                int full = store.take(windows, now);
                if (full == CapStore.TAKEN && i == 1) {
                    store.giveBack(windows, now);
                } else if (full == CapStore.TAKEN) {
                    count++;
                }
            }
            return count;
        });
        assertThat(taken.stream().mapToInt(Integer::intValue).sum()).isEqualTo(40);
        assertThat(take(one, total)).isEqualTo(0);
        assertThat(pool.undone()).isEmpty();
        assertThat(otherPool.undone()).isEmpty();
    }

    @Test
    void anIsolationOfTheApplicationChangesNothing() throws Exception {
        pool.isolation(Connection.TRANSACTION_SERIALIZABLE);
        pool.autoCommit(false);
        assertThat(take(one, TOTAL, NUMBER)).isEqualTo(CapStore.TAKEN);
        assertThat(take(one, TOTAL, NUMBER)).isEqualTo(CapStore.TAKEN);
        one.giveBack(List.of(NUMBER), timeOf(one));
        assertThat(take(other, TOTAL, NUMBER)).isEqualTo(CapStore.TAKEN);
    }

    @Test
    void emptyWindowsAreDeletedLater() {
        for (int i = 0; i < 130; i++) {
            take(one, new CapWindow("number:PT1M:" + i, 3, MINUTE));
        }
        clock.advance(Duration.ofHours(2));
        for (int i = 0; i < 100; i++) {
            take(other, new CapWindow("number:PT1M:later-" + i, 3, MINUTE));
        }
        assertThat(database.count("alimsg_cap")).isEqualTo(100);
    }

    @Test
    void whileTheDatabaseIsAwayStepsFail() {
        Instant now = timeOf(one);
        one.take(List.of(NUMBER), now);
        pool.breakAllStatements();
        assertThatThrownBy(() -> take(one, NUMBER))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("08006");
        assertThatThrownBy(() -> one.giveBack(List.of(NUMBER), now)).isInstanceOf(StoreException.class);
        pool.repair();
        assertThat(take(one, NUMBER)).isEqualTo(CapStore.TAKEN);
        assertThat(take(one, NUMBER)).isEqualTo(CapStore.TAKEN);
        assertThat(take(one, NUMBER)).as("the failed one counts nowhere").isEqualTo(0);
    }

    @Test
    void aMissingTableNamesTheScript() {
        database.execute("drop table alimsg_cap");
        assertThatThrownBy(() -> take(one, NUMBER))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("a table is missing")
                .hasMessageContaining("io/github/alimsg/once/jdbc/" + database.script());
    }

    @Test
    void theLargestWindowFitsItsColumn() {
        CapWindow month = new CapWindow("total:PT744H", Integer.MAX_VALUE, Duration.ofDays(31));
        CapWindow second = new CapWindow("total:PT1S", Integer.MAX_VALUE, Duration.ofSeconds(1));
        for (int i = 0; i < 124; i++) {
            take(one, month, second);
            clock.advance(i % 2 == 0 ? Duration.ofHours(6) : Duration.ofMillis(17));
        }
        assertThat(take(one, month, second)).isEqualTo(CapStore.TAKEN);
    }
}
