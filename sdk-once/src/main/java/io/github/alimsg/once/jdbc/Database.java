package io.github.alimsg.once.jdbc;

import io.github.alimsg.once.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The databases that the store knows. What is said of one here is all that differs, besides the script of its tables.
 *
 * <p>The time is the number of milliseconds since 1970 in UTC by the server's clock, so that no time zone of a session
 * matters. It is that of the statement, never that of the transaction, which may have begun long ago, and the same in all
 * of the statement, so that an index can be searched by it. That in microseconds is for turns, whose row many wait for: in
 * PostgreSQL it is the time after the wait.
 */
enum Database {
    /** PostgreSQL. */
    POSTGRESQL(
            "postgresql",
            "cast(floor(extract(epoch from statement_timestamp()) * 1000) as bigint)",
            "cast(floor(extract(epoch from clock_timestamp()) * 1000000) as bigint)"),
    /** MySQL. */
    MYSQL(
            "mysql",
            "(timestampdiff(microsecond, timestamp '1970-01-01 00:00:00', utc_timestamp(3)) div 1000)",
            "timestampdiff(microsecond, timestamp '1970-01-01 00:00:00', utc_timestamp(6))"),
    /** MariaDB. */
    MARIADB("mariadb", MYSQL.now, MYSQL.micros),
    /** H2. */
    H2(
            "h2",
            "cast(floor(extract(epoch from current_timestamp) * 1000) as bigint)",
            "cast(floor(extract(epoch from current_timestamp) * 1000000) as bigint)");

    private final String scriptName;
    private final String now;
    private final String micros;

    Database(String scriptName, String now, String micros) {
        this.scriptName = scriptName;
        this.now = now;
        this.micros = micros;
    }

    /**
     * Finds out which database a connection leads to.
     *
     * @throws StoreException when it is another one
     */
    static Database of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "PostgreSQL" -> POSTGRESQL;
            case "MySQL" -> MYSQL;
            case "MariaDB" -> MARIADB;
            case "H2" -> H2;
            default ->
                throw new StoreException(
                        "the stores work with PostgreSQL, MySQL, MariaDB and H2, and this database is " + product,
                        null);
        };
    }

    /** {@return the script that creates the tables, as a resource} */
    String script() {
        return "io/github/alimsg/once/jdbc/" + scriptName + ".sql";
    }

    /** {@return a statement with the store's clock in place of each {@code {now}} and {@code {micros}}} */
    String withClock(String sql) {
        return sql.replace("{now}", now).replace("{micros}", micros);
    }

    /** Whether a statement's timeout is its own. H2's would remain with the connection, and its waits for locks are short. */
    boolean hasStatementTimeouts() {
        return this != H2;
    }
}
