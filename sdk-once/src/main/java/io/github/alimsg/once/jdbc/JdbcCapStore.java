package io.github.alimsg.once.jdbc;

import io.github.alimsg.caps.CapStore;
import io.github.alimsg.caps.CapWindow;
import io.github.alimsg.once.store.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the counts of caps in a database, for all processes that share it: PostgreSQL, MySQL 8, MariaDB or H2 in its
 * regular mode.
 *
 * <pre>{@code
 * SendCaps caps = SendCaps.in(JdbcCapStore.of(dataSource), key, WhenAway.REFUSE)
 *         .perNumber(3, Duration.ofMinutes(10))
 *         .total(20_000, Duration.ofDays(1));
 * }</pre>
 *
 * <p>A send is counted in all of its windows or in none, in one transaction that locks a row for each window, always in the
 * order of their keys: two sends may wait for each other, but never both. So sends with a window in common, such as a total,
 * are counted one after the other, some milliseconds each.
 *
 * <p>Windows slide by the clock of the database server: clocks of processes don't matter, not even when they are hours off.
 * A send is kept up to a sixtieth of its window's length longer. One that is given back is found by the time at which it was
 * taken; the clock of its process must not be set in between.
 *
 * <p>The table {@code alimsg_cap} is created by you, from the script that {@link JdbcStore} names; it contains hashes of
 * numbers and no numbers. Every hundredth send also deletes windows that have been empty for an hour. Connections are used
 * as {@link JdbcStore} uses them: the pool itself, and the primary. The transaction is at {@code READ COMMITTED}, whatever
 * the connection's isolation is.
 *
 * <p>Failures are {@link StoreException}s without the driver's message. Immutable and safe for concurrent use.
 */
@SuppressWarnings("exports") // of an optional module
public final class JdbcCapStore implements CapStore {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final Sql LOCK = Sql.of("select {now}, slices from alimsg_cap where window_key = ? for update");
    private static final Sql INSERT =
            Sql.insertToLock("insert into alimsg_cap (window_key, slices, due_at) values (?, '', {now})", "window_key");
    private static final Sql WRITE = Sql.of("update alimsg_cap set slices = ?, due_at = ? where window_key = ?");

    /** A row is deleted only when it has been empty for an hour, and then inserted again. */
    private static final int MAX_ROUNDS = 20;

    private final Connections connections;
    private final Expired expired;
    private final ClockDifference difference = new ClockDifference();

    private JdbcCapStore(DataSource dataSource, Duration timeout) {
        this.connections = new Connections(
                Objects.requireNonNull(dataSource, "dataSource"), Columns.requirePositive(timeout, "timeout"));
        this.expired = new Expired(connections, "alimsg_cap", "window_key");
    }

    /**
     * A store whose statements end after five seconds. Takes no connection yet.
     *
     * @param dataSource connections to the database, best from a pool; not one that joins transactions
     * @return the store
     */
    public static JdbcCapStore of(DataSource dataSource) {
        return new JdbcCapStore(dataSource, TIMEOUT);
    }

    /**
     * A store. Takes no connection yet.
     *
     * @param dataSource connections to the database, best from a pool; not one that joins transactions
     * @param timeout when a statement ends as a failure, in whole seconds, rounded up; without effect in H2. A send waits
     *     for its calls to the store, whatever its own timeout
     * @return the store
     * @throws IllegalArgumentException when the timeout is zero or negative
     */
    public static JdbcCapStore of(DataSource dataSource, Duration timeout) {
        return new JdbcCapStore(dataSource, timeout);
    }

    private record Window(long now, CapSlices slices) {}

    /**
     * Counts a send in all windows, or in none.
     *
     * @param now the time by the clock of this process; it says nothing but which send it is when it is given back
     * @throws IllegalArgumentException when a key has more than 200 characters, or others than those of ASCII
     * @throws StoreException when the database failed
     */
    @Override
    public int take(List<CapWindow> windows, Instant now) {
        windows.forEach(window -> Columns.requireKey(window.key()));
        int full = connections.runTogether("count a send", session -> {
            Map<String, Window> locked = lock(session, windows, true);
            long time = locked.values().stream().mapToLong(Window::now).max().orElse(0);
            for (int i = 0; i < windows.size(); i++) {
                CapWindow window = windows.get(i);
                if (of(locked, window).slices.count(time) >= window.limit()) {
                    session.undo();
                    return i;
                }
            }
            locked.values().forEach(window -> window.slices.add(time));
            write(session, locked);
            difference.seen(now.toEpochMilli(), time);
            return TAKEN;
        });
        if (full == TAKEN) {
            expired.deleteNowAndThen();
        }
        return full;
    }

    /**
     * Takes a send out of all windows again.
     *
     * @throws StoreException when the database failed; the send then stays counted
     */
    @Override
    public void giveBack(List<CapWindow> windows, Instant takenAt) {
        long time = difference.there(takenAt.toEpochMilli());
        connections.runTogether("give back a send", session -> {
            Map<String, Window> locked = lock(session, windows, false);
            locked.values().forEach(window -> window.slices.remove(time, window.now));
            write(session, locked);
            return locked;
        });
    }

    private static Window of(Map<String, Window> locked, CapWindow window) {
        return Objects.requireNonNull(locked.get(window.key()));
    }

    /** Locks rows in the order of their keys, so that nobody waits for a row and has one that its owner waits for. */
    private static Map<String, Window> lock(Session session, List<CapWindow> windows, boolean isToInsert)
            throws SQLException {
        session.readCommitted();
        List<CapWindow> inOrder = new ArrayList<>(windows);
        inOrder.sort(Comparator.comparing(CapWindow::key));
        Map<String, Window> locked = new HashMap<>();
        for (CapWindow window : inOrder) {
            Window row = lock(session, window);
            for (int round = 0; row == null && isToInsert; round++) {
                if (round == MAX_ROUNDS) {
                    throw new StoreException("can't count a send: others delete its window all the time", null);
                }
                INSERT.insert(session, window.key());
                row = lock(session, window);
            }
            if (row != null) {
                locked.put(window.key(), row);
            }
        }
        return locked;
    }

    private static @Nullable Window lock(Session session, CapWindow window) throws SQLException {
        List<Window> rows = session.query(
                LOCK.in(session.database()),
                row -> new Window(row.getLong(1), new CapSlices(window.length(), row.getString(2))),
                window.key());
        return rows.isEmpty() ? null : rows.get(0);
    }

    private static void write(Session session, Map<String, Window> locked) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        locked.forEach((key, window) -> rows.add(new Object[] {window.slices.toString(), window.slices.end(), key}));
        session.updateAll(WRITE.in(session.database()), rows);
    }
}
