package io.github.alimsg.spring.boot.once;

import io.github.alimsg.spring.boot.AlimsgConfigurationException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Finds connections that join no transaction: what a store says must be committed before others act on it. For the
 * auto-configuration.
 */
public final class OwnTransactions {
    private OwnTransactions() {}

    /**
     * Returns the data source below one that hands out the connection of the running transaction.
     *
     * @param dataSource the application's
     * @return the same one, or the one that it wraps
     * @throws AlimsgConfigurationException when all work shares one connection
     */
    public static DataSource of(DataSource dataSource) {
        try {
            if (dataSource.isWrapperFor(SingleConnectionDataSource.class)) {
                throw new AlimsgConfigurationException(
                        "A store of alimsg needs connections of its own, but the application's data source has only one.",
                        "Use a pool of connections, such as HikariCP, in place of a SingleConnectionDataSource.");
            }
            if (dataSource.isWrapperFor(TransactionAwareDataSourceProxy.class)) {
                DataSource target =
                        dataSource.unwrap(TransactionAwareDataSourceProxy.class).getTargetDataSource();
                return target == null ? dataSource : of(target);
            }
        } catch (SQLException e) { // it wraps nothing that it tells of
            return dataSource;
        }
        return dataSource;
    }
}
