package io.github.alimsg.once.jdbc;

import io.github.alimsg.once.store.Claim;
import io.github.alimsg.once.store.KeyOutcome;
import io.github.alimsg.once.store.KeyRecord;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.once.store.Mark;
import io.github.alimsg.once.store.PartStore;
import io.github.alimsg.once.store.StoreException;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps idempotency keys in a database: PostgreSQL, MySQL 8, MariaDB or H2 in its regular mode.
 *
 * <pre>{@code
 * Once once = Once.builder(JdbcStore.of(dataSource)).build();
 * }</pre>
 *
 * <p>The tables are created by you, from a script in the jar: {@code io/github/alimsg/once/jdbc/postgresql.sql}, {@code
 * mysql.sql}, {@code mariadb.sql} or {@code h2.sql}. Nothing here creates or changes a table. Which database it is, the
 * connections say.
 *
 * <p>Every step takes a connection of its own and commits at once: connections are switched to autocommit if they are
 * not, and back. So the data source must be the pool itself, and not a wrapper that
 * hands out the connection of a running transaction, such as Spring's {@code TransactionAwareDataSourceProxy}; that
 * transaction would be committed. It must lead to the primary: a read-only connection fails. Only {@link
 * #enqueue(Connection, String, String) enqueue with a connection} joins a transaction of yours.
 *
 * <p>A first send is three statements: claim, mark, outcome. A key that is known is one in PostgreSQL and H2, and two in
 * MySQL and MariaDB. Any isolation level will do. A statement that the database has undone for a deadlock or a conflict
 * is repeated up to five times. A statement ends after the timeout, by default 10 seconds, and if the server has vanished,
 * 5 seconds later; in H2, whose own limit for locks is shorter, it has none. How long to wait for a connection is the
 * pool's to say.
 *
 * <p>All times are those of the database server, in milliseconds since 1970 in UTC. Clocks of workers and time zones of
 * sessions don't matter.
 *
 * <p>Failures are {@link StoreException}s with SQL state and code, without the driver's message: it may quote a key.
 * Interrupted threads are refused, with the flag kept. Immutable and safe for concurrent use.
 */
public final class JdbcStore implements KeyStore {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final KeyTable keys;
    private final PartTable parts;

    private JdbcStore(DataSource dataSource, Duration timeout) {
        var connections = new Connections(
                Objects.requireNonNull(dataSource, "dataSource"), Columns.requirePositive(timeout, "timeout"));
        this.keys = new KeyTable(connections);
        this.parts = new PartTable(connections);
    }

    /**
     * A store whose statements end after 10 seconds. Takes no connection yet.
     *
     * @param dataSource connections to the database, best from a pool; not one that joins transactions
     * @return the store
     */
    public static JdbcStore of(DataSource dataSource) {
        return new JdbcStore(dataSource, TIMEOUT);
    }

    /**
     * A store. Takes no connection yet.
     *
     * @param dataSource connections to the database, best from a pool; not one that joins transactions
     * @param timeout when a statement ends as a failure, in whole seconds, rounded up. A send waits at most for four: claim,
     *     mark, the mark's repetition and outcome
     * @return the store
     * @throws IllegalArgumentException when the timeout is zero or negative
     */
    public static JdbcStore of(DataSource dataSource, Duration timeout) {
        return new JdbcStore(dataSource, timeout);
    }

    @Override
    public Claim claim(Claim.Request request) {
        return keys.claim(request);
    }

    @Override
    public boolean enqueue(String key, String operation) {
        return keys.enqueue(key, operation);
    }

    /**
     * Writes down that a key is to be sent, in a transaction of the application. A key that is known does not break it.
     * Nothing of the connection is changed, and nothing repeated: with an isolation above {@code READ COMMITTED}, a conflict
     * ends the transaction, as any other statement's would.
     *
     * @throws StoreException when it failed; then the transaction can only be rolled back in PostgreSQL
     */
    @Override
    public boolean enqueue(Connection connection, String key, String operation) {
        return keys.enqueue(connection, key, operation);
    }

    @Override
    public boolean mark(String key, long fence, Mark mark) {
        return keys.mark(key, fence, mark);
    }

    @Override
    public Finish finish(String key, long fence, KeyOutcome outcome) {
        return keys.finish(key, fence, outcome);
    }

    @Override
    public Optional<KeyRecord> find(String key) {
        return keys.find(key);
    }

    @Override
    public List<KeyRecord> findByOwnId(String ownId) {
        return keys.findByOwnId(ownId);
    }

    @Override
    public List<KeyRecord> unsettled(int most) {
        return keys.unsettled(most);
    }

    @Override
    public void lookedUp(String key, long fence, @Nullable Duration nextIn) {
        keys.lookedUp(key, fence, nextIn);
    }

    @Override
    public List<KeyRecord> due(int most) {
        return keys.due(most);
    }

    @Override
    public boolean release(String key, Duration minimum, String why) {
        return keys.release(key, minimum, why);
    }

    @Override
    public int prune(Duration retention) {
        return keys.prune(retention);
    }

    @Override
    public void doubt(String key, String operation, @Nullable String ownId, Instant restored) {
        keys.doubt(key, operation, ownId, restored);
    }

    /** {@return campaigns, in tables of the same script} */
    @Override
    public PartStore parts() {
        return parts;
    }
}
