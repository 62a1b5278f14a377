package io.github.alimsg.once.jdbc;

import io.github.alimsg.once.store.StoreException;
import java.sql.SQLException;
import java.util.List;

/**
 * When the next turn of each operation is free: one row, in microseconds since 1970. A turn is one statement that reads and
 * writes it; MySQL and MariaDB return nothing from an update, so there the wait comes back through {@code last_insert_id},
 * one more than it is because zero means that there is none.
 */
final class TurnTable {
    /** What {@link #take} returns for a turn that comes too late. */
    static final long TOO_LATE = -1;

    private static final String THIS_ROW = " where account = ? and operation = ?";

    /** Late, cost; account, operation, longest; for PostgreSQL and H2 the cost once more. */
    private static final Sql TAKE = Sql.of(database -> {
        String update = "update alimsg_turn set next_moment = greatest(next_moment, {micros} - ?) + ?";
        String where = THIS_ROW + " and next_moment - {micros} <= ?";
        return switch (database) {
            case POSTGRESQL -> update + where + " returning next_moment - ? - {micros}";
            case H2 -> "select next_moment - ? - {micros} from final table (" + update + where + ")";
            case MYSQL, MARIADB -> update + " + 0 * last_insert_id(greatest(next_moment - {micros}, 0) + 1)" + where;
        };
    });

    /** Account, operation, longest. */
    private static final Sql FIND_TOO_LATE =
            Sql.of("select 1 from alimsg_turn" + THIS_ROW + " and next_moment - {micros} > ?");

    private static final Sql INSERT = Sql.insertNew(
            "insert into alimsg_turn (account, operation, next_moment) values (?, ?, {micros})", "account, operation");
    private static final String WAIT = "select last_insert_id() - 1";
    private static final int MAX_ROUNDS = 20;

    private final Connections connections;
    private final String account;

    TurnTable(Connections connections, String account) {
        this.connections = connections;
        this.account = account;
    }

    /**
     * Takes the next turn.
     *
     * @param late how long ago it may have been, in microseconds as all here
     * @param cost how long the turns after it have to wait
     * @param longest how long the caller can wait
     * @return how long to wait; {@link #TOO_LATE} when it would be too long, and nothing was taken
     * @throws StoreException when the database failed
     */
    long take(String operation, long late, long cost, long longest) {
        return connections.run("take a turn", session -> {
            for (int round = 0; round < MAX_ROUNDS; round++) {
                List<Long> waits = take(session, operation, late, cost, longest);
                if (!waits.isEmpty()) {
                    return Math.max(0, waits.get(0));
                }
                if (!session.query(FIND_TOO_LATE.in(session.database()), row -> true, account, operation, longest)
                        .isEmpty()) {
                    return TOO_LATE;
                }
                INSERT.insert(session, account, operation);
            }
            throw new StoreException("can't take a turn: others delete its row all the time", null);
        });
    }

    private List<Long> take(Session session, String operation, long late, long cost, long longest) throws SQLException {
        String sql = TAKE.in(session.database());
        return switch (session.database()) {
            case POSTGRESQL -> session.query(sql, row -> row.getLong(1), late, cost, account, operation, longest, cost);
            case H2 -> session.query(sql, row -> row.getLong(1), cost, late, cost, account, operation, longest);
            case MYSQL, MARIADB ->
                session.update(sql, late, cost, account, operation, longest) == 0
                        ? List.of()
                        : session.query(WAIT, row -> row.getLong(1));
        };
    }
}
