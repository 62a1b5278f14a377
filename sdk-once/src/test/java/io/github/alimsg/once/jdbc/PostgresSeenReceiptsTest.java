package io.github.alimsg.once.jdbc;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("databases")
@DisplayName("Seen receipts in PostgreSQL")
class PostgresSeenReceiptsTest extends JdbcSeenReceiptsContract {
    PostgresSeenReceiptsTest() {
        super(TestDatabase.postgres());
    }
}
