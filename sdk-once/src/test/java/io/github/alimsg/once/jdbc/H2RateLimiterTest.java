package io.github.alimsg.once.jdbc;

import org.junit.jupiter.api.DisplayName;

@DisplayName("Turns in H2")
class H2RateLimiterTest extends JdbcRateLimiterContract {
    H2RateLimiterTest() {
        super(TestDatabase.h2());
    }
}
