package io.github.alimsg.once.jdbc;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("databases")
@DisplayName("Campaigns in PostgreSQL")
class PostgresPartStoreTest extends JdbcPartStoreContract {
    PostgresPartStoreTest() {
        super(TestDatabase.postgres());
    }
}
