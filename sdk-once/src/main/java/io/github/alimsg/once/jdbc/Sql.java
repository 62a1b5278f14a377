package io.github.alimsg.once.jdbc;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A statement, as each database writes it. */
final class Sql {
    private static final String UNIQUE_VIOLATION = "23505";

    private final Map<Database, String> texts = new EnumMap<>(Database.class);

    private Sql(Function<Database, String> text) {
        for (Database database : Database.values()) {
            texts.put(database, database.withClock(text.apply(database)));
        }
    }

    /** A statement that differs in nothing but its clock. */
    static Sql of(String sql) {
        return new Sql(database -> sql);
    }

    /** A statement that is another one in each database. */
    static Sql of(Function<Database, String> text) {
        return new Sql(text);
    }

    /**
     * Inserts a row unless there is one with its key. Run it by {@link #insert}.
     *
     * @param insert the statement for one row
     * @param key the columns of the primary key
     */
    static Sql insertNew(String insert, String key) {
        return new Sql(database -> switch (database) {
            case POSTGRESQL -> insert + " on conflict (" + key + ") do nothing";
            case MYSQL, MARIADB -> insert.replace("insert", "insert ignore");
            case H2 -> insert;
        });
    }

    /**
     * Inserts a row unless there is one with its key, for a transaction that locks it afterwards. MySQL and MariaDB lock a
     * row that is there, and would lock it for reading only otherwise: two who then want to write wait for each other.
     *
     * @param insert the statement for one row
     * @param key the column of the primary key
     */
    static Sql insertToLock(String insert, String key) {
        return new Sql(database -> switch (database) {
            case POSTGRESQL -> insert + " on conflict (" + key + ") do nothing";
            case MYSQL, MARIADB -> insert + " on duplicate key update " + key + " = " + key;
            case H2 -> insert;
        });
    }

    String in(Database database) {
        return Objects.requireNonNull(texts.get(database));
    }

    /** {@return whether an insert has changed something: always false when the row was there, if it is {@link #insertNew}} */
    boolean insert(Session session, @Nullable Object... values) throws SQLException {
        try {
            return session.update(in(session.database()), values) > 0;
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) { // H2
                return false;
            }
            throw e;
        }
    }
}
