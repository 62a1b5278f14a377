package io.github.alimsg.examples.engines;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * A process that uses a database and can die. From then on it writes nothing, and what it had not committed is rolled
 * back, as when a database loses a client.
 */
final class Node extends AbstractDataSource {
    private final DataSource database;
    private final List<Connection> connections = new ArrayList<>();
    private boolean dead;

    Node(DataSource database) {
        this.database = database;
    }

    /** Ends a thread whose process is dead. Engines catch it, and can't write it down. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1;
    }

    synchronized void live() {
        if (dead) {
            throw new Died();
        }
    }

    synchronized void die() {
        dead = true;
        for (Connection connection : connections) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public synchronized Connection getConnection() throws SQLException {
        if (dead) {
            throw new SQLException("this process is dead");
        }
        Connection connection = database.getConnection();
        connections.add(connection);
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }
}
