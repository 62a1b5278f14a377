package io.github.alimsg.once.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A pool that counts statements, checks that connections come back as they were, and breaks them when told to. */
final class SmallPool implements DataSource {
    private final DataSource dataSource;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    private final List<SQLException> undone = Collections.synchronizedList(new ArrayList<>());
    private int taken;
    private int out;
    private boolean autoCommit = true;
    private int isolation;
    private @Nullable String setUp;
    private volatile @Nullable SQLException before;
    private volatile @Nullable SQLException after;
    private volatile boolean stayBroken;
    private @Nullable RuntimeException onTake;
    private @Nullable TestClock clock;

    SmallPool(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Lets statements read another clock than the database's. */
    SmallPool withClock(TestClock clock) {
        this.clock = clock;
        return this;
    }

    /** {@return deadlocks and conflicts, which the store has repeated} */
    List<SQLException> undone() {
        return undone;
    }

    List<String> statements() {
        return statements;
    }

    synchronized int taken() {
        return taken;
    }

    synchronized void autoCommit(boolean value) {
        autoCommit = value;
    }

    synchronized void isolation(int value) {
        isolation = value;
    }

    synchronized void onEachConnection(String statement) {
        setUp = statement;
    }

    void failNextStatement(SQLException failure) {
        before = failure;
    }

    void breakBeforeNextStatement() {
        before = new SQLException("connection lost", "08006");
    }

    void breakAfterNextStatement() {
        after = new SQLException("connection lost", "08006");
    }

    void breakAllStatements() {
        stayBroken = true;
        breakBeforeNextStatement();
    }

    void repair() {
        stayBroken = false;
        before = null;
    }

    synchronized void failNextConnection(RuntimeException failure) {
        onTake = failure;
    }

    @Override
    public synchronized Connection getConnection() throws SQLException {
        RuntimeException failure = onTake;
        onTake = null;
        if (failure != null) {
            throw failure;
        }
        Connection connection = idle.poll();
        if (connection == null) {
            connection = dataSource.getConnection();
        }
        if (connection.getAutoCommit() != autoCommit) {
            connection.setAutoCommit(autoCommit);
        }
        if (isolation != 0) {
            connection.setTransactionIsolation(isolation);
        }
        if (setUp != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(setUp);
            }
            if (!autoCommit) {
                connection.commit();
            }
        }
        taken++;
        out++;
        return proxy(connection, connection.getNetworkTimeout());
    }

    private Connection proxy(Connection connection, int networkTimeout) {
        return (Connection) Proxy.newProxyInstance(
                SmallPool.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "close" -> {
                            giveBack(connection, networkTimeout);
                            return null;
                        }
                        case "prepareStatement" -> {
                            if (clock != null) {
                                arguments[0] = clock.in((String) arguments[0], Database.of(connection));
                            }
                            var statement = (PreparedStatement) invoke(connection, method, arguments);
                            return proxy(statement, (String) arguments[0]);
                        }
                        default -> {
                            return invoke(connection, method, arguments);
                        }
                    }
                });
    }

    private PreparedStatement proxy(PreparedStatement statement, String sql) {
        return (PreparedStatement) Proxy.newProxyInstance(
                SmallPool.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (self, method, arguments) -> {
                    if (!method.getName().startsWith("execute")) {
                        return invoke(statement, method, arguments);
                    }
                    SQLException failure = before;
                    if (failure != null) {
                        before = stayBroken ? failure : null;
                        throw failure;
                    }
                    statements.add(sql);
                    Object result = execute(statement, method, arguments);
                    failure = after;
                    if (failure != null) {
                        after = null;
                        throw failure;
                    }
                    return result;
                });
    }

    private Object execute(PreparedStatement statement, Method method, Object[] arguments) throws Throwable {
        try {
            return invoke(statement, method, arguments);
        } catch (SQLException e) {
            if (SqlFailures.wasUndone(e)) {
                undone.add(e);
            }
            throw e;
        }
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private synchronized void giveBack(Connection connection, int networkTimeout) throws SQLException {
        out--;
        assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
        assertThat(connection.getNetworkTimeout()).isEqualTo(networkTimeout);
        idle.push(connection);
    }

    /** Fails if a connection was never given back. */
    synchronized void close() throws SQLException {
        assertThat(out).as("connections that nobody has given back").isZero();
        for (Connection connection : idle) {
            connection.close();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
