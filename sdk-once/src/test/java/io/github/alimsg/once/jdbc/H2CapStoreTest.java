package io.github.alimsg.once.jdbc;

import org.junit.jupiter.api.DisplayName;

@DisplayName("Caps in H2")
class H2CapStoreTest extends JdbcCapStoreContract {
    H2CapStoreTest() {
        super(TestDatabase.h2());
    }
}
