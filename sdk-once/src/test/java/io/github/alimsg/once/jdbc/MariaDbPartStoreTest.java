package io.github.alimsg.once.jdbc;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("databases")
@DisplayName("Campaigns in MariaDB")
class MariaDbPartStoreTest extends JdbcPartStoreContract {
    MariaDbPartStoreTest() {
        super(TestDatabase.mariaDb());
    }
}
