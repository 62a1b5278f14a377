package io.github.alimsg.once.jdbc;

import org.junit.jupiter.api.DisplayName;

@DisplayName("Recipients from H2")
class H2QuerySourceTest extends QuerySourceContract {
    H2QuerySourceTest() {
        super(TestDatabase.h2());
    }
}
