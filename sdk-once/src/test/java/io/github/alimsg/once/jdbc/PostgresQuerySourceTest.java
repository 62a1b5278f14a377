package io.github.alimsg.once.jdbc;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("databases")
@DisplayName("Recipients from PostgreSQL")
class PostgresQuerySourceTest extends QuerySourceContract {
    PostgresQuerySourceTest() {
        super(TestDatabase.postgres());
    }
}
