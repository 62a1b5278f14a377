package io.github.alimsg.once.jdbc;

import io.github.alimsg.once.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Takes a connection for each step of the store and gives it back as it was. Most steps are one statement that changes
 * something, and commits by itself, so that nothing that a pool hands out can leave it open.
 */
final class Connections {
    /** Each time somebody else has won, and was served. */
    private static final int MAX_REPEATS = 5;

    /** What the network may take at most beyond the time of the statement, which ends on the server if all is well. */
    private static final int MAX_NETWORK_MARGIN_SECONDS = 5;

    private final DataSource dataSource;
    private final int timeoutSeconds;

    Connections(DataSource dataSource, Duration timeout) {
        this.dataSource = dataSource;
        this.timeoutSeconds = (int) Math.min(timeout.plusMillis(999).toSeconds(), 1_000_000);
    }

    /** A step of the store. Repeated from its beginning when the database has undone one of its statements. */
    interface Step<T> {
        T run(Session session) throws SQLException;
    }

    /**
     * Runs a step whose statements commit one by one.
     *
     * @param what the step, as it follows "can't"
     * @throws StoreException when it failed
     */
    <T> T run(String what, Step<T> step) {
        return run(what, step, true);
    }

    /**
     * Runs a step whose statements commit together.
     *
     * @param what the step, as it follows "can't"
     * @throws StoreException when it failed
     */
    <T> T runTogether(String what, Step<T> step) {
        return run(what, step, false);
    }

    private <T> T run(String what, Step<T> step, boolean autoCommit) {
        for (int repeats = 0; ; repeats++) {
            if (Thread.currentThread().isInterrupted()) { // a driver may break the connection, or the whole database
                throw new StoreException("can't " + what + ": interrupted", null);
            }
            try {
                return runOnce(what, step, autoCommit);
            } catch (SQLException e) {
                if (!SqlFailures.wasUndone(e) || repeats == MAX_REPEATS) {
                    throw SqlFailures.storeException(what, e, null);
                }
            } catch (StoreException e) {
                throw e;
            } catch (RuntimeException e) { // of a pool or a driver
                throw SqlFailures.storeException(what, e, null);
            }
        }
    }

    /**
     * Runs a step in a transaction of the application, once.
     *
     * @throws StoreException when it failed
     */
    static <T> T join(Connection connection, String what, Step<T> step) {
        Database database = null;
        try {
            database = Database.of(connection);
            return step.run(new Session(connection, database, 0));
        } catch (StoreException e) {
            throw e;
        } catch (SQLException | RuntimeException e) {
            throw SqlFailures.storeException(what, e, database);
        }
    }

    private <T> T runOnce(String what, Step<T> step, boolean autoCommit) throws SQLException {
        Connection connection = dataSource.getConnection();
        Database database = null;
        boolean before = autoCommit;
        int networkTimeout = -1;
        boolean isDone = false;
        try {
            database = Database.of(connection);
            before = connection.getAutoCommit();
            if (before != autoCommit) {
                connection.setAutoCommit(autoCommit);
            }
            networkTimeout = limitNetwork(connection);
            T result = step.run(new Session(connection, database, timeoutSeconds));
            if (!autoCommit) {
                connection.commit();
            }
            isDone = true;
            return result;
        } catch (SQLException e) {
            if (SqlFailures.wasUndone(e)) {
                throw e;
            }
            throw SqlFailures.storeException(what, e, database);
        } finally {
            giveBack(connection, !isDone && !autoCommit, before, networkTimeout);
        }
    }

    /** A server that has vanished answers no statement, and ends none. */
    private int limitNetwork(Connection connection) throws SQLException {
        int limit = (timeoutSeconds + Math.min(timeoutSeconds, MAX_NETWORK_MARGIN_SECONDS)) * 1000;
        try {
            int before = connection.getNetworkTimeout();
            if (before == 0 || before > limit) {
                connection.setNetworkTimeout(Runnable::run, limit);
                return before;
            }
        } catch (SQLFeatureNotSupportedException e) {
            // the driver's own settings remain
        }
        return -1;
    }

    /** What has been committed counts, whatever happens to the connection. */
    private static void giveBack(Connection connection, boolean isToUndo, boolean autoCommit, int networkTimeout) {
        try (connection) {
            if (isToUndo) {
                connection.rollback();
            }
            if (connection.getAutoCommit() != autoCommit) {
                connection.setAutoCommit(autoCommit);
            }
            if (networkTimeout >= 0) {
                connection.setNetworkTimeout(Runnable::run, networkTimeout);
            }
        } catch (SQLException | RuntimeException e) {
            // broken: the pool finds out by itself
        }
    }
}
