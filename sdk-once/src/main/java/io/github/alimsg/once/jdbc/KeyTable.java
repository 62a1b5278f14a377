package io.github.alimsg.once.jdbc;

import io.github.alimsg.once.store.Claim;
import io.github.alimsg.once.store.KeyOutcome;
import io.github.alimsg.once.store.KeyRecord;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.once.store.Mark;
import io.github.alimsg.once.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keys in a table. What a key may become is decided by the statement that changes it, never by what was read before. */
final class KeyTable implements KeyStore {
    /** A claim reads again when another was faster. Then that one has the key, so the second round ends nearly always. */
    private static final int MAX_ROUNDS = 20;

    private static final int CHUNK = 100;

    private static final String UNIQUE_VIOLATION = "23505";

    private final Connections connections;

    KeyTable(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Claim claim(Claim.Request request) {
        Columns.requireKey(request.key());
        Columns.requireOperation(request.operation());
        return connections.run("claim an idempotency key", session -> {
            for (int round = 0; round < MAX_ROUNDS; round++) {
                Claim claim = claim(session, request);
                if (claim != null) {
                    return claim;
                }
            }
            throw new StoreException("can't claim an idempotency key: others change it all the time", null);
        });
    }

    /** {@return the answer; null when the key was changed between two statements} */
    private static @Nullable Claim claim(Session session, Claim.Request request) throws SQLException {
        KeyRow row = insertOrRead(session, request);
        if (row == null) {
            return null;
        }
        KeyRecord record = row.record();
        if (row.inserted()) {
            return new Claim(Claim.Kind.CLAIMED, record);
        }
        if (!record.operation().equals(request.operation()) || !same(record.fingerprint(), request.fingerprint())) {
            return new Claim(Claim.Kind.REUSED, record);
        }
        if (!row.isSendable()) {
            return new Claim(Claim.Kind.TAKEN, record);
        }
        int taken = session.update(
                KeySql.of(session.database()).takeOver,
                Columns.cut(request.owner(), Columns.OWNER),
                request.fingerprint(),
                Columns.millis(request.leaseMillis()),
                record.key(),
                record.fence());
        return taken == 1 ? new Claim(Claim.Kind.CLAIMED, row.takenOver(request)) : null;
    }

    private static boolean same(@Nullable String known, @Nullable String other) {
        return known == null || other == null || known.equals(other);
    }

    private static @Nullable KeyRow insertOrRead(Session session, Claim.Request request) throws SQLException {
        KeySql sql = KeySql.of(session.database());
        List<@Nullable Object> values = new ArrayList<>();
        values.add(request.key());
        values.add(request.operation());
        values.add(request.fingerprint());
        values.add(Columns.cut(request.owner(), Columns.OWNER));
        long fence = KeyStore.firstFence();
        values.add(fence);
        values.add(Columns.millis(request.leaseMillis()));
        switch (session.database()) {
            case MYSQL, MARIADB -> {
                Long insertedAt = session.insert(sql.claim, values.toArray());
                if (insertedAt != null && insertedAt != 0) {
                    return KeyRow.inserted(request, fence, insertedAt);
                }
                KeyRow row = first(session.query(sql.find, KeyRow::read, request.key()));
                return row == null || insertedAt == null ? row : row.asInserted();
            }
            case H2 -> {
                values.add(request.key());
                values.add(request.key());
            }
            case POSTGRESQL -> values.add(request.key());
        }
        try {
            return first(session.query(sql.claim, KeyRow::read, values.toArray()));
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) { // H2, when another inserts the key at the same moment
                return null;
            }
            throw e;
        }
    }

    private static <T> @Nullable T first(List<T> rows) {
        return rows.isEmpty() ? null : rows.get(0);
    }

    @Override
    public boolean enqueue(String key, String operation) {
        Columns.requireKey(key);
        Columns.requireOperation(operation);
        return connections.run("write down an idempotency key", session -> enqueue(session, key, operation));
    }

    @Override
    public boolean enqueue(Connection connection, String key, String operation) {
        Columns.requireKey(key);
        Columns.requireOperation(operation);
        return Connections.join(
                connection, "write down an idempotency key", session -> enqueue(session, key, operation));
    }

    private static boolean enqueue(Session session, String key, String operation) throws SQLException {
        return KeySql.ENQUEUE.insert(session, key, operation, KeyStore.firstFence());
    }

    @Override
    public void doubt(String key, String operation, @Nullable String ownId, Instant restored) {
        Columns.requireKey(key);
        Columns.requireOperation(operation);
        Columns.requireOwnId(ownId);
        boolean derived = ownId != null;
        long millis = Columns.millis(restored);
        connections.run(
                "doubt an idempotency key",
                session -> KeySql.INSERT_IN_DOUBT.insert(
                                session, key, operation, KeyStore.firstFence(), derived, ownId, millis)
                        || session.update(KeySql.of(session.database()).doubt, derived, ownId, millis, key, millis)
                                == 1);
    }

    @Override
    public boolean mark(String key, long fence, Mark mark) {
        Columns.requireOwnId(mark.ownId());
        try {
            return tryMark(key, fence, mark);
        } catch (StoreException e) {
            // It may have been written, and only the answer lost. The same once more, on another connection, changes
            // nothing then, and its answer is true in either case.
            return tryMark(key, fence, mark);
        }
    }

    private boolean tryMark(String key, long fence, Mark mark) {
        return connections.run(
                "mark an idempotency key",
                session -> session.update(
                                KeySql.of(session.database()).mark,
                                mark.ownId(),
                                mark.ownIdDerived(),
                                Columns.cut(mark.template(), Columns.TEXT),
                                Columns.millis(mark.leaseMillis()),
                                key,
                                fence)
                        == 1);
    }

    @Override
    public Finish finish(String key, long fence, KeyOutcome outcome) {
        return connections.run("write the outcome of an idempotency key", session -> {
            for (int round = 0; round < MAX_ROUNDS; round++) {
                if (record(session, key, fence, outcome)) {
                    return Finish.RECORDED;
                }
                Finish finish = notRecorded(session, key, fence, outcome);
                if (finish != null) {
                    return finish;
                }
            }
            throw new StoreException("can't write the outcome of an idempotency key: others change it", null);
        });
    }

    private static boolean record(Session session, String key, long fence, KeyOutcome outcome) throws SQLException {
        KeySql sql = KeySql.of(session.database());
        KeyState state = outcome.state();
        String statement = switch (state) {
            case ACCEPTED -> sql.accept;
            case REFUSED -> sql.finish;
            default -> sql.finishUntil;
        };
        List<@Nullable Object> values = new ArrayList<>();
        values.add(state);
        values.add(Columns.shown(outcome.messageId()));
        values.add(Columns.shown(outcome.requestId()));
        values.add(Columns.shown(outcome.code()));
        if (state != KeyState.ACCEPTED && state != KeyState.REFUSED) {
            values.add(outcome.notBefore() == null ? 0L : Columns.millis(outcome.notBefore()));
        }
        values.add(key);
        values.add(fence);
        values.add(state);
        return session.update(statement, values.toArray()) == 1;
    }

    /** {@return why an outcome was not recorded; null when the key was changed between two statements} */
    private static @Nullable Finish notRecorded(Session session, String key, long fence, KeyOutcome outcome)
            throws SQLException {
        KeySql sql = KeySql.of(session.database());
        KeyRow row = first(session.query(sql.find, KeyRow::read, key));
        if (row == null) {
            return Finish.SUPERSEDED;
        }
        KeyRecord record = row.record();
        boolean proof = outcome.state() == KeyState.ACCEPTED;
        if (record.fence() == fence) {
            boolean isOpen = record.state().isInProgress() || record.state().isOpen();
            return (isOpen || proof) && record.state() != outcome.state() ? null : Finish.KNOWN;
        }
        if (proof && record.state().isUnsent()) {
            return null;
        }
        if (record.note() == null || outcome.state() != KeyState.ACCEPTED && outcome.state() != KeyState.UNKNOWN) {
            return Finish.SUPERSEDED;
        }
        return session.update(sql.late, outcome.state(), key, record.fence()) == 1 ? Finish.LATE : null;
    }

    @Override
    public Optional<KeyRecord> find(String key) {
        return records("read an idempotency key", sql -> sql.find, key).stream().findFirst();
    }

    @Override
    public List<KeyRecord> findByOwnId(String ownId) {
        return records("find an idempotency key", sql -> sql.findByOwnId, ownId);
    }

    private List<KeyRecord> records(String what, Function<KeySql, String> statement, Object... values) {
        return connections.run(
                what,
                session -> session.query(statement.apply(KeySql.of(session.database())), KeyRow::read, values).stream()
                        .map(KeyRow::record)
                        .toList());
    }

    @Override
    public List<KeyRecord> unsettled(int most) {
        int expired;
        do {
            expired = connections.run("read unknown idempotency keys", KeyTable::expire);
        } while (expired == CHUNK);
        return records("read unknown idempotency keys", sql -> sql.due, KeyState.UNKNOWN, most);
    }

    private static int expire(Session session) throws SQLException {
        KeySql sql = KeySql.of(session.database());
        List<Object> keys = new ArrayList<>(session.query(sql.due, row -> row.getString(3), KeyState.SENDING, CHUNK));
        return keys.isEmpty() ? 0 : session.update(KeySql.forKeys(sql.expire, keys.size()), keys.toArray());
    }

    @Override
    public void lookedUp(String key, long fence, @Nullable Duration nextIn) {
        connections.run("note that an idempotency key was looked up", session -> {
            KeySql sql = KeySql.of(session.database());
            return nextIn == null
                    ? session.update(sql.giveUp, key, fence)
                    : session.update(sql.lookedUp, Columns.millis(nextIn), key, fence);
        });
    }

    @Override
    public List<KeyRecord> due(int most) {
        return Stream.of(KeyState.NEW, KeyState.NOT_SENT, KeyState.CLAIMED)
                .flatMap(state -> records(
                        "read due idempotency keys",
                        sql -> state == KeyState.NOT_SENT ? sql.dueAgain : sql.due,
                        state,
                        most)
                        .stream())
                .sorted(Comparator.comparing(KeyRecord::createdAt))
                .limit(most)
                .toList();
    }

    @Override
    public boolean release(String key, Duration minimum, String why) {
        return connections.run(
                "release an idempotency key",
                session -> session.update(
                                KeySql.of(session.database()).release,
                                Columns.cut(Objects.requireNonNull(why, "why"), Columns.TEXT),
                                key,
                                Columns.millis(minimum))
                        == 1);
    }

    @Override
    public int prune(Duration retention) {
        long millis = Columns.millis(retention);
        int pruned = 0;
        for (KeyState state : List.of(KeyState.ACCEPTED, KeyState.REFUSED, KeyState.NOT_SENT)) {
            int chunk;
            do {
                chunk = connections.run("delete old idempotency keys", session -> prune(session, state, millis));
                pruned += chunk;
            } while (chunk > 0);
        }
        return pruned;
    }

    /** Few rows at a time, by their keys, so that no lock is held for long, and none on rows that stay. */
    private static int prune(Session session, KeyState state, long retention) throws SQLException {
        KeySql sql = KeySql.of(session.database());
        List<String> keys = session.query(sql.old, row -> row.getString(1), state, retention, retention, CHUNK);
        if (keys.isEmpty()) {
            return 0;
        }
        List<Object> values = new ArrayList<>(List.of(retention));
        values.addAll(keys);
        return session.update(KeySql.forKeys(sql.prune, keys.size()), values.toArray());
    }
}
