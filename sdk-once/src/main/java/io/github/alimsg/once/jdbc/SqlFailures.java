package io.github.alimsg.once.jdbc;

import io.github.alimsg.once.store.StoreException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Failures of databases, without what they quote: messages of drivers contain keys and values of rows, and sometimes the
 * address with its password. Class, SQL state and code remain.
 */
final class SqlFailures {
    private static final Set<String> NO_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");
    private static final Set<String> NO_COLUMN = Set.of("42703", "42S22");
    private static final String READ_ONLY = "25006";

    /** The class of states for statements that no database of another day would run: no such table, not allowed. */
    private static final String MISTAKE = "42";

    /** Serialization failure and deadlock, by the standard and by PostgreSQL. The rest of class 40 is not certain. */
    private static final Set<String> UNDONE = Set.of("40001", "40P01");

    /** MySQL: deadlock. MariaDB: the record has changed since it was read. H2: concurrent update, and a second's wait for a lock. */
    private static final Set<Integer> UNDONE_CODES = Set.of(1213, 1020, 90131, 50200);

    /** Longer chains are circles. */
    private static final int MAX_CAUSES = 5;

    private SqlFailures() {}

    /** {@return whether the database says that the statement has done nothing, and would succeed at another moment} */
    static boolean wasUndone(SQLException e) {
        return e.getSQLState() != null && UNDONE.contains(e.getSQLState()) || UNDONE_CODES.contains(e.getErrorCode());
    }

    /** {@return whether waiting would not help: a table is missing, or the user may not write it} */
    static boolean isMistake(StoreException e) {
        return e.getCause() instanceof SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith(MISTAKE) || sql.getSQLState().equals(READ_ONLY));
    }

    /**
     * Makes a store's failure of one of a database.
     *
     * @param what what could not be done
     * @param failure the failure
     * @param database the database; null when it was not reached
     */
    static StoreException storeException(String what, Exception failure, @Nullable Database database) {
        keepInterrupt(failure);
        String state = failure instanceof SQLException sql ? sql.getSQLState() : null;
        String reason = describe(failure);
        if (state != null && database != null) {
            if (NO_TABLE.contains(state)) {
                reason = "a table is missing; the script " + database.script()
                        + ", which is in the jar of sdk-once, creates it (" + reason + ")";
            } else if (NO_COLUMN.contains(state)) {
                reason = "the tables are not those of this version; compare them with the script " + database.script()
                        + " (" + reason + ")";
            } else if (READ_ONLY.equals(state)) {
                reason = "the connection is read-only; the store needs the primary (" + reason + ")";
            }
        }
        return new StoreException("can't " + what + ": " + reason, quotingNothing(failure));
    }

    private static void keepInterrupt(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause.getCause()) {
            if (cause instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String describe(Throwable failure) {
        var text = new StringBuilder();
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause.getCause()) {
            text.append(i == 0 ? "" : ", caused by ").append(cause.getClass().getSimpleName());
            if (cause instanceof SQLException sql) {
                text.append(" with SQL state ")
                        .append(sql.getSQLState())
                        .append(" and code ")
                        .append(sql.getErrorCode());
            }
        }
        return text.toString();
    }

    private static Exception quotingNothing(Exception failure) {
        Exception like = failure instanceof SQLException sql
                ? new SQLException(describe(failure), sql.getSQLState(), sql.getErrorCode())
                : new IllegalStateException(describe(failure));
        like.setStackTrace(failure.getStackTrace());
        return like;
    }
}
