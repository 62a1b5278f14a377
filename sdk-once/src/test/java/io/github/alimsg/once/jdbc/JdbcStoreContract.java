package io.github.alimsg.once.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.alimsg.once.store.Claim;
import io.github.alimsg.once.store.KeyOutcome;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.once.store.KeyStoreContract;
import io.github.alimsg.once.store.Mark;
import io.github.alimsg.once.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store does in every database, on connections from a small pool. */
abstract class JdbcStoreContract extends KeyStoreContract {
    private final TestDatabase database;
    private final SmallPool pool;
    private final JdbcStore store;

    JdbcStoreContract(TestDatabase database) {
        this.database = database;
        this.pool = new SmallPool(database.dataSource());
        this.store = JdbcStore.of(pool);
    }

    @Override
    protected KeyStore store() {
        return store;
    }

    @Override
    protected void advance(Duration time) {
        database.advance(time);
    }

    @BeforeEach
    void createTables() {
        database.createTables();
    }

    @AfterEach
    void everyConnectionCameBackAsItWas() throws SQLException {
        pool.close();
    }

    private static Claim.Request request(String key) {
        return new Claim.Request(key, "SendSms", "print", "worker", 60_000);
    }

    @Test
    void aFirstSendIsThreeStatements() {
        Claim claim = store.claim(request(KEY));
        store.mark(KEY, claim.record().fence(), new Mark("own", true, null, 60_000));
        store.finish(KEY, claim.record().fence(), KeyOutcome.accepted("biz-1", "request-1"));
        assertThat(pool.statements()).hasSize(3);
    }

    @Test
    void aKnownKeyIsOneStatementWhereTheDatabaseCanDoThat() {
        store.claim(request(KEY));
        pool.statements().clear();
        assertThat(store.claim(request(KEY)).kind()).isEqualTo(Claim.Kind.TAKEN);
        assertThat(pool.statements()).hasSize(database.statementsForAKnownKey());
    }

    @Test
    void aKeyInATransactionIsEnqueuedWhenThatCommits() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            assertThat(store.enqueue(connection, KEY, "SendSms")).isTrue();
            connection.rollback();
            assertThat(store.find(KEY)).isEmpty();
            assertThat(store.due(10)).isEmpty();

            assertThat(store.enqueue(connection, KEY, "SendSms")).isTrue();
            assertThat(store.find(KEY)).as("seen by nobody else yet").isEmpty();
            connection.commit();
            assertThat(store.find(KEY).orElseThrow().state()).isEqualTo(KeyState.NEW);
            assertThat(store.due(10)).hasSize(1);
            assertThat(connection.getAutoCommit()).isFalse();
        }
    }

    @Test
    void aKeyThatIsKnownDoesNotBreakTheTransaction() throws SQLException {
        store.enqueue(KEY, "SendSms");
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            assertThat(store.enqueue(connection, KEY, "SendSms")).isFalse();
            assertThat(store.enqueue(connection, "order-1", "SendSms")).isTrue();
            assertThat(store.enqueue(connection, "order-1", "SendSms")).isFalse();
            connection.commit();
        }
        assertThat(store.find("order-1")).isPresent();
    }

    @Test
    void connectionsWithoutAutocommitAreUsedAndGivenBackAsTheyWere() {
        pool.autoCommit(false);
        Claim claim = store.claim(request(KEY));
        assertThat(store.mark(KEY, claim.record().fence(), new Mark("own", true, null, 60_000)))
                .isTrue();
        assertThat(store.claim(request(KEY)).kind()).isEqualTo(Claim.Kind.TAKEN);
        assertThat(JdbcStore.of(database.dataSource()).find(KEY).orElseThrow().state())
                .as("committed")
                .isEqualTo(KeyState.SENDING);
        assertThat(pool.taken()).isGreaterThan(2);
    }

    @Test
    void aTransactionIsolationOfTheApplicationChangesNothing() {
        for (int isolation : List.of(
                Connection.TRANSACTION_READ_COMMITTED,
                Connection.TRANSACTION_REPEATABLE_READ,
                Connection.TRANSACTION_SERIALIZABLE)) {
            pool.isolation(isolation);
            String key = "order-" + isolation;
            assertThat(store.claim(request(key)).kind()).isEqualTo(Claim.Kind.CLAIMED);
            advance(Duration.ofMinutes(2));
            Claim second = store.claim(request(key));
            assertThat(second.kind()).isEqualTo(Claim.Kind.CLAIMED);
            long fence = second.record().fence();
            assertThat(store.mark(key, fence, new Mark("own", true, null, 60_000)))
                    .isTrue();
            assertThat(store.finish(key, fence, KeyOutcome.accepted(null, null)))
                    .isEqualTo(KeyStore.Finish.RECORDED);
            store.doubt(key + "/lost", "SendSms", null, Instant.now());
            assertThat(store.find(key + "/lost").orElseThrow().state()).isEqualTo(KeyState.UNDECIDED);
        }
    }

    @Test
    void aMarkWhoseAnswerIsLostIsAskedForAgain() {
        Claim claim = store.claim(request(KEY));
        pool.breakAfterNextStatement();
        assertThat(store.mark(KEY, claim.record().fence(), new Mark("own", true, null, 60_000)))
                .isTrue();
        assertThat(store.find(KEY).orElseThrow().state()).isEqualTo(KeyState.SENDING);

        pool.breakBeforeNextStatement();
        assertThat(store.mark(KEY, claim.record().fence(), new Mark("own", true, null, 60_000)))
                .isTrue();
        pool.breakAfterNextStatement();
        assertThat(store.mark(KEY, claim.record().fence() - 1, new Mark("other", true, null, 60_000)))
                .isFalse();
    }

    @Test
    void aMarkThatNobodyCanConfirmFails() {
        Claim claim = store.claim(request(KEY));
        pool.breakAllStatements();
        assertThatThrownBy(() -> store.mark(KEY, claim.record().fence(), new Mark("own", true, null, 60_000)))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void aStatementThatTheDatabaseHasUndoneIsRepeated() {
        for (String state : List.of("40001", "40P01")) {
            pool.failNextStatement(new SQLException("deadlock", state));
            assertThat(store.enqueue("order-" + state, "SendSms")).isTrue();
        }
        pool.failNextStatement(new SQLException("perhaps committed", "40003"));
        assertThatThrownBy(() -> store.enqueue(KEY, "SendSms")).isInstanceOf(StoreException.class);
    }

    @Test
    void aMissingTableNamesTheScript() {
        database.execute("drop table alimsg_once");
        List<Runnable> steps = List.of(
                () -> store.claim(request(KEY)),
                () -> store.enqueue(KEY, "SendSms"),
                () -> store.mark(KEY, 1, new Mark("own", true, null, 60_000)),
                () -> store.finish(KEY, 1, KeyOutcome.accepted(null, null)),
                () -> store.find(KEY),
                () -> store.findByOwnId("own"),
                () -> store.unsettled(1),
                () -> store.due(1),
                () -> store.lookedUp(KEY, 1, null),
                () -> store.release(KEY, Duration.ZERO, "why"),
                () -> store.doubt(KEY, "SendSms", null, Instant.now()),
                () -> store.prune(Duration.ZERO));
        for (Runnable step : steps) {
            assertThatThrownBy(step::run)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("a table is missing")
                    .hasMessageContaining("io/github/alimsg/once/jdbc/" + database.script());
        }
    }

    @Test
    void failuresQuoteNoKey() throws SQLException {
        String key = "marker-13812345678";
        database.execute("alter table alimsg_once drop column look_ups");
        database.execute("alter table alimsg_once add look_ups int default 0 check (look_ups > 0)");
        List<Throwable> failures = new ArrayList<>();
        failures.add(failure(() -> store.claim(request(key))));
        database.execute("drop table alimsg_once");
        database.execute("create table alimsg_once (idempotency_key varchar(5))");
        failures.add(failure(() -> store.claim(request(key))));
        try (Connection connection = database.dataSource().getConnection()) {
            failures.add(failure(() -> store.enqueue(connection, key, "SendSms")));
        }
        pool.failNextStatement(new SQLException(key, "08006", new IllegalStateException(key)));
        failures.add(failure(() -> store.find(key)));
        pool.failNextConnection(new IllegalStateException(key));
        failures.add(failure(() -> store.find(key)));
        for (Throwable failure : failures) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain("marker").doesNotContain("13812345678");
                assertThat(cause.getSuppressed()).isEmpty();
            }
        }
        assertThat(failures).hasSize(5).allMatch(StoreException.class::isInstance);
    }

    private static Throwable failure(Runnable step) {
        Throwable failure = catchThrowable(step::run);
        assertThat(failure).isInstanceOf(StoreException.class);
        return failure;
    }

    @Test
    void anInterruptedThreadIsRefused() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> store.claim(request(KEY)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(pool.taken()).isZero();
        assertThat(store.find(KEY)).isEmpty();
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeADatabaseCutsIt() {
        for (String key : List.of("", "x".repeat(201), "order 1", "订单")) {
            assertThatThrownBy(() -> store.claim(request(key))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.enqueue(key, "SendSms")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.doubt(key, "SendSms", null, Instant.now()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> store.enqueue(KEY, "x".repeat(129))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.mark(KEY, 1, new Mark("x".repeat(256), false, null, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(pool.taken()).isZero();
    }

    @Test
    void timeZonesOfSessionsDoNotMatter() {
        store.claim(request(KEY));
        long drift = Duration.between(store.find(KEY).orElseThrow().createdAt(), Instant.now())
                .abs()
                .toMinutes();
        assertThat(drift).as("the server runs on this machine").isZero();
        pool.onEachConnection(database.otherTimeZone());
        store.claim(request("order-1"));
        assertThat(Duration.between(
                                store.find(KEY).orElseThrow().createdAt(),
                                store.find("order-1").orElseThrow().createdAt())
                        .abs())
                .isLessThan(Duration.ofMinutes(5));
    }
}
