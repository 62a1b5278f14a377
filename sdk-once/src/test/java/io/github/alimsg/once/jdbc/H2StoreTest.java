package io.github.alimsg.once.jdbc;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Keys in H2")
class H2StoreTest extends JdbcStoreContract {
    private static final JdbcDataSource DATABASE = new JdbcDataSource();

    static {
        DATABASE.setURL("jdbc:h2:mem:once;DB_CLOSE_DELAY=-1");
    }

    @Override
    DataSource dataSource() {
        return DATABASE;
    }

    @Override
    String script() {
        return "h2.sql";
    }

    @Override
    String otherTimeZone() {
        return "set time zone '+08:00'";
    }
}
