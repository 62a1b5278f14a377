package io.github.alimsg.once.jdbc;

import io.github.alimsg.once.store.StoreException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes rows that say nothing any more, so that a table doesn't grow for ever: with every hundredth step up to two hundred
 * rows, more than such steps insert. Rows go one by one in the order of their keys, in which transactions lock them, too.
 */
final class Expired {
    private static final Logger LOG = LoggerFactory.getLogger(Expired.class);
    private static final int STEPS = 100;
    private static final int ROWS = 2 * STEPS;

    /** An owner that is late may still confirm its claim. */
    private static final long KEPT_MILLIS = 3_600_000;

    private final Connections connections;
    private final AtomicInteger steps = new AtomicInteger();
    private final Sql find;
    private final Sql delete;

    /** Of a table with a column {@code due_at}, when a row ends. */
    Expired(Connections connections, String table, String key) {
        this.connections = connections;
        String ended = "due_at <= {now} - " + KEPT_MILLIS;
        find = Sql.of("select " + key + " from " + table + " where " + ended + " order by due_at limit " + ROWS);
        delete = Sql.of("delete from " + table + " where " + key + " = ? and " + ended);
    }

    /** Called after a step that may have inserted a row. It has succeeded, whatever happens here. */
    void deleteNowAndThen() {
        if (steps.incrementAndGet() % STEPS != 0) {
            return;
        }
        try {
            List<String> keys = connections.run(
                    "find expired rows",
                    session -> session.query(find.in(session.database()), row -> row.getString(1)));
            if (!keys.isEmpty()) {
                List<Object[]> rows =
                        keys.stream().sorted().map(key -> new Object[] {key}).toList();
                connections.runTogether("delete expired rows", session -> {
                    session.readCommitted();
                    session.updateAll(delete.in(session.database()), rows);
                    return rows;
                });
            }
        } catch (StoreException e) { // the next steps will tell
            LOG.debug("expired rows stay: {}", e.getMessage());
        }
    }
}
