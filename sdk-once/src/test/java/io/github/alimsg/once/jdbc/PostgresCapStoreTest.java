package io.github.alimsg.once.jdbc;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("databases")
@DisplayName("Caps in PostgreSQL")
class PostgresCapStoreTest extends JdbcCapStoreContract {
    PostgresCapStoreTest() {
        super(TestDatabase.postgres());
    }
}
