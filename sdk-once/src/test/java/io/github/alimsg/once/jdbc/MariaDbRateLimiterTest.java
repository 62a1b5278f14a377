package io.github.alimsg.once.jdbc;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("databases")
@DisplayName("Turns in MariaDB")
class MariaDbRateLimiterTest extends JdbcRateLimiterContract {
    MariaDbRateLimiterTest() {
        super(TestDatabase.mariaDb());
    }
}
