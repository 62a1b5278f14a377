package io.github.alimsg.once.jdbc;

import org.junit.jupiter.api.DisplayName;

@DisplayName("Seen receipts in H2")
class H2SeenReceiptsTest extends JdbcSeenReceiptsContract {
    H2SeenReceiptsTest() {
        super(TestDatabase.h2());
    }
}
