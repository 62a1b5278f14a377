package io.github.alimsg.once.jdbc;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("databases")
@DisplayName("Keys in PostgreSQL")
class PostgresStoreTest extends JdbcStoreContract {
    PostgresStoreTest() {
        super(TestDatabase.postgres());
    }
}
