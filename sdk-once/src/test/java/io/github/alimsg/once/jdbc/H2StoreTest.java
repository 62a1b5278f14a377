package io.github.alimsg.once.jdbc;

import org.junit.jupiter.api.DisplayName;

@DisplayName("Keys in H2")
class H2StoreTest extends JdbcStoreContract {
    H2StoreTest() {
        super(TestDatabase.h2());
    }
}
