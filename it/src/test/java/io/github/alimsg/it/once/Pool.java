package io.github.alimsg.it.once;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/** A pool of connections that drops those that broke. */
final class Pool {
    private final DataSource database;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    private Pool(DataSource database, int most) {
        this.database = database;
        this.free = new Semaphore(most);
    }

    static DataSource of(DataSource database, int most) {
        var pool = new Pool(database, most);
        return (DataSource) Proxy.newProxyInstance(
                Pool.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return pool.take();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private Connection take() throws SQLException {
        free.acquireUninterruptibly();
        try {
            Connection connection = idle.poll();
            return lend(connection == null ? database.getConnection() : connection);
        } catch (SQLException | RuntimeException e) {
            free.release();
            throw e;
        }
    }

    private Connection lend(Connection connection) {
        boolean[] broken = new boolean[1];
        return (Connection) Proxy.newProxyInstance(
                Pool.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        giveBack(connection, broken[0]);
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        broken[0] = true;
                        throw e.getCause();
                    }
                });
    }

    private void giveBack(Connection connection, boolean broken) throws SQLException {
        try {
            if (!broken && connection.isValid(5)) {
                idle.push(connection);
            } else {
                connection.close();
            }
        } finally {
            free.release();
        }
    }
}
