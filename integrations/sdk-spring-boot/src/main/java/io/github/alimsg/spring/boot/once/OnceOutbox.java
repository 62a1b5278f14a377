package io.github.alimsg.spring.boot.once;

import io.github.alimsg.once.Once;
import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Writes down that a message is to be sent, in the transaction of the caller: it is to be sent if that commits, and not if
 * it does not.
 *
 * <pre>{@code
 * @Transactional
 * void ship(Order order) {
 *     orders.save(order.shipped());
 *     outbox.enqueue("order-" + order.id() + "/shipped", "SendMessageToGlobe");
 * }
 * }</pre>
 *
 * <p>A worker sends what {@link Once#due} returns. Everything else that {@code Once} writes has transactions of its own.
 */
public final class OnceOutbox {
    private final Once once;
    private final DataSource dataSource;

    OnceOutbox(Once once, DataSource dataSource) {
        this.once = once;
        this.dataSource = dataSource;
    }

    /**
     * Writes down that a key is to be sent.
     *
     * @param key the key
     * @param operation the operation that will send it, as the service names it
     * @return whether the key is new
     * @throws IllegalStateException when the calling thread has no transaction of this database; outside of one, use
     *     {@link Once#enqueue(String, String)}
     * @throws io.github.alimsg.once.store.StoreException when it can't be written down
     */
    public boolean enqueue(String key, String operation) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            if (!DataSourceUtils.isConnectionTransactional(connection, dataSource)) {
                throw new IllegalStateException("there is no transaction of this database to join;"
                        + " make the method @Transactional, or call Once.enqueue(key, operation)");
            }
            return once.enqueue(connection, key, operation);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
