package io.github.alimsg.once.jdbc;

import org.junit.jupiter.api.DisplayName;

@DisplayName("Campaigns in H2")
class H2PartStoreTest extends JdbcPartStoreContract {
    H2PartStoreTest() {
        super(TestDatabase.h2());
    }
}
