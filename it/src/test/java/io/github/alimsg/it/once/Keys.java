package io.github.alimsg.it.once;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The table of keys, as somebody who looks into the database sees it. */
final class Keys {
    private final DataSource database;

    Keys(DataSource database) {
        this.database = database;
    }

    static Keys create(DataSource database, String script) throws SQLException {
        var keys = new Keys(database);
        try (InputStream sql = Keys.class.getResourceAsStream("/io/github/alimsg/once/jdbc/" + script)) {
            String all = new String(sql.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            for (String statement : all.split(";", -1)) {
                if (!statement.isBlank()) {
                    keys.change(statement);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    int change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** The state of every key. */
    Map<String, String> states() throws SQLException {
        return map("select idempotency_key, state from alimsg_once");
    }

    /** How many keys there are in each state. */
    Map<String, String> counts() throws SQLException {
        return map("select state, count(*) from alimsg_once group by state");
    }

    private Map<String, String> map(String sql) throws SQLException {
        Map<String, String> rows = new HashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.put(result.getString(1), result.getString(2));
            }
        }
        return rows;
    }
}
