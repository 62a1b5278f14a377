package io.github.alimsg.once.jdbc;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("databases")
@DisplayName("Seen receipts in MariaDB")
class MariaDbSeenReceiptsTest extends JdbcSeenReceiptsContract {
    MariaDbSeenReceiptsTest() {
        super(TestDatabase.mariaDb());
    }
}
