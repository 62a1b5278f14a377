package io.github.alimsg.once.jdbc;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("databases")
@DisplayName("Caps in MariaDB")
class MariaDbCapStoreTest extends JdbcCapStoreContract {
    MariaDbCapStoreTest() {
        super(TestDatabase.mariaDb());
    }
}
