package io.github.alimsg.once.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("databases")
@DisplayName("Keys in PostgreSQL")
class PostgresStoreTest extends JdbcStoreContract {
    private static @Nullable EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        Objects.requireNonNull(server).close();
    }

    @Override
    DataSource dataSource() {
        return Objects.requireNonNull(server).getPostgresDatabase();
    }

    @Override
    String script() {
        return "postgresql.sql";
    }

    @Override
    String otherTimeZone() {
        return "set time zone '+08:00'";
    }
}
