package io.github.alimsg.benchmarks.once;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A pool without limit, whose connections count the statements that they execute. */
final class CountedPool {
    final LongAdder statements = new LongAdder();
    private final DataSource database;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    CountedPool(DataSource database) {
        this.database = database;
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                CountedPool.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return take();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private Connection take() throws SQLException {
        Connection pooled = idle.poll();
        Connection connection = pooled == null ? database.getConnection() : pooled;
        return (Connection) Proxy.newProxyInstance(
                CountedPool.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "close" -> {
                            idle.push(connection);
                            return null;
                        }
                        case "prepareStatement" -> {
                            return counted(
                                    (PreparedStatement) Objects.requireNonNull(invoke(connection, method, arguments)));
                        }
                        default -> {
                            return invoke(connection, method, arguments);
                        }
                    }
                });
    }

    private PreparedStatement counted(PreparedStatement statement) {
        return (PreparedStatement) Proxy.newProxyInstance(
                CountedPool.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (self, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        statements.increment();
                    }
                    return invoke(statement, method, arguments);
                });
    }

    private static @Nullable Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
