package io.github.alimsg.benchmarks.once;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.alimsg.once.jdbc.JdbcStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Databases with our tables. */
final class Databases {
    private Databases() {}

    /** A PostgreSQL that writes each commit to the disk. */
    static EmbeddedPostgres postgres() throws IOException, SQLException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setServerConfig("max_connections", "300")
                .start();
        createTables(postgres.getPostgresDatabase(), "postgresql.sql");
        return postgres;
    }

    /** An H2 in this process. */
    static DataSource h2() throws IOException, SQLException {
        var h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:cost;DB_CLOSE_DELAY=-1");
        createTables(h2, "h2.sql");
        return h2;
    }

    private static void createTables(DataSource database, String script) throws IOException, SQLException {
        try (InputStream text = JdbcStore.class.getResourceAsStream(script);
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            String sql = new String(Objects.requireNonNull(text).readAllBytes(), UTF_8);
            for (String each : sql.replaceAll("(?m)^--.*$", "").split(";", -1)) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
        }
    }
}
