package io.github.alimsg.once.jdbc;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("databases")
@DisplayName("Recipients from MariaDB")
class MariaDbQuerySourceTest extends QuerySourceContract {
    MariaDbQuerySourceTest() {
        super(TestDatabase.mariaDb());
    }
}
