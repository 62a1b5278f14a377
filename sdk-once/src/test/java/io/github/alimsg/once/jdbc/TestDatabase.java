package io.github.alimsg.once.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A database for tests, started when it is first needed and gone with the JVM. */
final class TestDatabase {
    private static final List<String> TABLES = List.of(
            "alimsg_once",
            "alimsg_part",
            "alimsg_campaign",
            "alimsg_recipient",
            "alimsg_receipt",
            "alimsg_cap",
            "alimsg_turn");

    private final String script;
    private final String otherTimeZone;
    private final int statementsForAKnownKey;
    private final DataSource dataSource;

    private TestDatabase(String script, String otherTimeZone, int statementsForAKnownKey, DataSource dataSource) {
        this.script = script;
        this.otherTimeZone = otherTimeZone;
        this.statementsForAKnownKey = statementsForAKnownKey;
        this.dataSource = dataSource;
    }

    private static final class InMemory {
        private static final TestDatabase DATABASE = start();

        private static TestDatabase start() {
            var source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:once;DB_CLOSE_DELAY=-1");
            return new TestDatabase("h2.sql", "set time zone '+08:00'", 1, source);
        }
    }

    private static final class Postgres {
        private static final TestDatabase DATABASE = start();

        private static TestDatabase start() {
            try {
                DataSource source = EmbeddedPostgres.start().getPostgresDatabase();
                return new TestDatabase("postgresql.sql", "set time zone '+08:00'", 1, source);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class MariaDb {
        private static final TestDatabase DATABASE = start();

        private static TestDatabase start() {
            try {
                DataSource source = MariaDbServer.start().dataSource();
                return new TestDatabase("mariadb.sql", "set time_zone = '+08:00'", 2, source);
            } catch (IOException | InterruptedException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static TestDatabase h2() {
        return InMemory.DATABASE;
    }

    static TestDatabase postgres() {
        return Postgres.DATABASE;
    }

    static TestDatabase mariaDb() {
        return MariaDb.DATABASE;
    }

    String script() {
        return script;
    }

    /** {@return a statement that gives a session another time zone} */
    String otherTimeZone() {
        return otherTimeZone;
    }

    int statementsForAKnownKey() {
        return statementsForAKnownKey;
    }

    DataSource dataSource() {
        return dataSource;
    }

    void execute(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return how many rows a table has} */
    int count(String table) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs the script in an empty database. */
    void createTables() {
        for (String table : TABLES) {
            execute("drop table if exists " + table);
        }
        String text;
        try (InputStream in = JdbcStore.class.getResourceAsStream(script)) {
            text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        for (String statement : text.split(";")) {
            if (!statement.isBlank()) {
                execute(statement);
            }
        }
    }

    /** All that has happened is longer ago. */
    void advance(Duration time) {
        long millis = time.toMillis();
        for (String table : List.of("alimsg_once", "alimsg_part")) {
            execute("update " + table + " set due_at = due_at - " + millis + ", created_at = created_at - " + millis
                    + ", updated_at = updated_at - " + millis + ", sent_at = sent_at - " + millis);
        }
        execute("update alimsg_campaign set created_at = created_at - " + millis + ", updated_at = updated_at - "
                + millis + ", next_moment = next_moment - " + time.toNanos());
    }
}
