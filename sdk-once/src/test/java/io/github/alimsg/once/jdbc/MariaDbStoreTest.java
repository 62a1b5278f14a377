package io.github.alimsg.once.jdbc;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("databases")
@DisplayName("Keys in MariaDB")
class MariaDbStoreTest extends JdbcStoreContract {
    MariaDbStoreTest() {
        super(TestDatabase.mariaDb());
    }
}
