package io.github.alimsg.once.jdbc;

import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("databases")
@DisplayName("Keys in MariaDB")
class MariaDbStoreTest extends JdbcStoreContract {
    private static @Nullable MariaDbServer server;

    @BeforeAll
    static void start() throws Exception {
        server = MariaDbServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        Objects.requireNonNull(server).stop();
    }

    @Override
    DataSource dataSource() {
        return Objects.requireNonNull(server).dataSource();
    }

    @Override
    String script() {
        return "mariadb.sql";
    }

    @Override
    int statementsForAKnownKey() {
        return 2;
    }

    @Override
    String otherTimeZone() {
        return "set time_zone = '+08:00'";
    }
}
