package io.github.alimsg.once.jdbc;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("databases")
@DisplayName("Turns in PostgreSQL")
class PostgresRateLimiterTest extends JdbcRateLimiterContract {
    PostgresRateLimiterTest() {
        super(TestDatabase.postgres());
    }
}
