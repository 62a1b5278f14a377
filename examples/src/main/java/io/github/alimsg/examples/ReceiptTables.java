package io.github.alimsg.examples;

import io.github.alimsg.cams.receipt.CamsReceipts;
import io.github.alimsg.receipts.DeliveryReport;
import io.github.alimsg.receipts.DeliveryState;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.SeenReceipts;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** Receipts in tables of one's own: every receipt as it came, and the furthest state of each message. */
public final class ReceiptTables {
    static final String TABLES = """
            create table message (
                own_id varchar(255) primary key,
                state varchar(16) not null,
                reason varchar(32)
            );
            create table receipt (
                receipt_key varchar(100) primary key,
                own_id varchar(255),
                message_id varchar(64),
                state varchar(16) not null,
                error_code varchar(64),
                happened_at timestamp,
                received_at timestamp not null
            );
            """;

    private final DataSource database;

    ReceiptTables(DataSource database) {
        this.database = database;
    }

    ReceiptDispatcher dispatcher() {
        // snippet: receipt-tables-dispatcher
        ReceiptDispatcher receipts = CamsReceipts.builder()
                .onStatus(this::store)
                .deduplicate(SeenReceipts.none()) // the table knows them
                .build();
        // end
        return receipts;
    }

    // snippet: receipt-tables
    void store(DeliveryReport report) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            if (insert(connection, report)) {
                update(connection, report);
            }
            connection.commit();
        }
    }

    /** Returns whether the receipt is a new one. Two at the same moment: one fails, and is delivered again. */
    private static boolean insert(Connection connection, DeliveryReport report) throws SQLException {
        String key = report.key();
        if (key == null || one(connection, "select receipt_key from receipt where receipt_key = ?", key) != null) {
            return key == null; // without a key there is nothing to compare, and nothing to keep
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into receipt values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, key);
            insert.setString(2, report.ownId());
            insert.setString(3, report.messageId());
            insert.setString(4, report.state().name());
            insert.setString(5, report.errorCode());
            insert.setTimestamp(6, timestamp(report.happenedAt()));
            insert.setTimestamp(7, timestamp(Instant.now()));
            insert.executeUpdate();
        }
        return true;
    }

    private static void update(Connection connection, DeliveryReport report) throws SQLException {
        String id = report.ownId();
        String stored =
                id == null ? null : one(connection, "select state from message where own_id = ? for update", id);
        if (stored == null) {
            return; // not ours: somebody else's on the account, or made up
        }
        DeliveryState state = DeliveryState.valueOf(stored).furthest(report.state());
        try (PreparedStatement update =
                connection.prepareStatement("update message set state = ?, reason = ? where own_id = ?")) {
            update.setString(1, state.name());
            update.setString(2, state == DeliveryState.FAILED ? report.reason().name() : null);
            update.setString(3, id);
            update.executeUpdate();
        }
    }
    // end

    private static @Nullable String one(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, value);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /**
     * Stores receipts that come twice and in the wrong order.
     *
     * @param arguments none
     * @throws SQLException when the database fails
     */
    public static void main(String... arguments) throws SQLException {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:receipts;DB_CLOSE_DELAY=-1");
        ReceiptDispatcher receipts = new ReceiptTables(database).dispatcher();
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(TABLES);
            statement.execute("insert into message values ('order-4711', 'UNKNOWN', null)");
            String read = receipt("Read", 1_795_000_002_000L);
            String delivered = receipt("Delivered", 1_795_000_001_000L);
            for (String body : new String[] {read, delivered, read}) {
                System.out.println(
                        receipts.handle(body.getBytes(StandardCharsets.UTF_8)).status());
            }
            System.out.println(one(connection, "select state from message where own_id = ?", "order-4711"));
            System.out.println(one(connection, "select count(*) from receipt where own_id = ?", "order-4711"));
        }
    }

    private static String receipt(String status, long time) {
        return """
                [{"MessageId":"20261121000000001","From":"8613800001111","To":"6281234567890","Status":"%s",\
                "Timestamp":%d,"TaskId":"order-4711"}]""".formatted(status, time);
    }
}
