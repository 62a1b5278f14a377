package io.github.alimsg.once.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs statements on a connection, each with a timeout. */
final class Session {
    private final Connection connection;
    private final Database database;
    private final int timeoutSeconds;

    /**
     * A session of one connection.
     *
     * @param timeoutSeconds how long a statement may take; 0 leaves it to the connection
     */
    Session(Connection connection, Database database, int timeoutSeconds) {
        this.connection = connection;
        this.database = database;
        this.timeoutSeconds = database.hasStatementTimeouts() ? timeoutSeconds : 0;
    }

    /** Reads one row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    Database database() {
        return database;
    }

    /** Undoes the statements of a step that commit together. */
    void undo() throws SQLException {
        connection.rollback();
    }

    /**
     * Makes a transaction that has not begun see what others have committed before each of its statements, so that it waits
     * for a lock and then reads what is there, instead of failing. For this transaction only; H2 has no such statement.
     */
    void readCommitted() throws SQLException {
        if (database != Database.H2) {
            update("set transaction isolation level read committed");
        }
    }

    /** {@return the rows of a query} */
    <T> List<T> query(String sql, RowReader<? extends T> reader, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            prepare(statement, values);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        }
    }

    /** {@return how many rows a statement changed} */
    int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            prepare(statement, values);
            return statement.executeUpdate();
        }
    }

    /** Runs a statement once for each row of values, in order, and all in one round trip where the driver can do that. */
    void updateAll(String sql, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                prepare(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** {@return what an insert gave to {@code last_insert_id}; 0 if the driver hides it, and null if nothing was inserted} */
    @Nullable
    Long insert(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            prepare(statement, values);
            if (statement.executeUpdate() == 0) {
                return null;
            }
            try (ResultSet result = statement.getGeneratedKeys()) {
                return result.next() ? result.getLong(1) : 0L;
            }
        }
    }

    private void prepare(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        if (timeoutSeconds > 0) {
            try {
                statement.setQueryTimeout(timeoutSeconds);
            } catch (SQLFeatureNotSupportedException e) {
                // the connection's own limit remains
            }
        }
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value == null) {
                statement.setNull(i + 1, Types.VARCHAR);
            } else if (value instanceof Long number) {
                statement.setLong(i + 1, number);
            } else if (value instanceof Double number) {
                statement.setDouble(i + 1, number);
            } else if (value instanceof Integer number) {
                statement.setInt(i + 1, number);
            } else if (value instanceof Boolean truth) {
                statement.setBoolean(i + 1, truth);
            } else {
                statement.setString(i + 1, value.toString());
            }
        }
    }
}
