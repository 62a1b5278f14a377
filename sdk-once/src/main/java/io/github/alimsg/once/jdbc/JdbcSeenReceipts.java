package io.github.alimsg.once.jdbc;

import io.github.alimsg.once.store.StoreException;
import io.github.alimsg.receipts.SeenReceipts;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Remembers in a database which receipts were handled, for all processes that share it: PostgreSQL, MySQL 8, MariaDB or H2
 * in its regular mode.
 *
 * <pre>{@code
 * ReceiptDispatcher receipts = CamsReceipts.builder()
 *         .deduplicate(JdbcSeenReceipts.of(dataSource))
 *         .onStatus(status -> orders.update(status.taskId(), status.state()))
 *         .build();
 * }</pre>
 *
 * <p>A claim has an owner, the thread that made it, and ends by itself after five minutes or what the builder says: a
 * process that died doesn't keep a receipt. After that another thread or process takes the receipt over, and the first
 * owner neither confirms nor releases it, however late it is. If nobody has taken it over, its owner still confirms it. So a
 * claim must last longer than a handler ever takes, and each claim is confirmed or released by the thread that made it, as
 * a dispatcher does.
 *
 * <p>The table {@code alimsg_receipt} is created by you, from the script that {@link JdbcStore} names. All times are those of
 * the database server. A receipt costs two statements, one when it is claimed and one when it is confirmed; a repeated one
 * costs two. Every hundredth claim also deletes rows that ended more than an hour ago. Connections are used as {@link
 * JdbcStore} uses them: the pool itself, and the primary.
 *
 * <p>Failures are {@link StoreException}s without the driver's message. A dispatcher then refuses the body, and the service
 * delivers it again. Immutable and safe for concurrent use.
 */
public final class JdbcSeenReceipts implements SeenReceipts {
    private static final Sql INSERT = Sql.insertNew(
            "insert into alimsg_receipt (receipt_key, owner, is_done, due_at) values (?, ?, false, {now} + ?)",
            "receipt_key");
    private static final Sql READ =
            Sql.of("select owner, is_done, due_at > {now} from alimsg_receipt where receipt_key = ?");
    private static final Sql TAKE_OVER =
            Sql.of("update alimsg_receipt set owner = ?, is_done = false, due_at = {now} + ?"
                    + " where receipt_key = ? and owner = ? and due_at <= {now}");
    private static final Sql RENEW = Sql.of(
            "update alimsg_receipt set due_at = {now} + ?" + " where receipt_key = ? and owner = ? and not is_done");
    private static final Sql CONFIRM = Sql.of("update alimsg_receipt set is_done = true, due_at = {now} + ?"
            + " where receipt_key = ? and owner = ? and not is_done");
    private static final Sql RELEASE =
            Sql.of("delete from alimsg_receipt where receipt_key = ? and owner = ? and not is_done");

    /** A claim reads again when another was faster. Then that one has it, so the second round ends nearly always. */
    private static final int MAX_ROUNDS = 20;

    private final Connections connections;
    private final long claimMillis;
    private final long ageMillis;
    private final String process = UUID.randomUUID().toString();
    private final Expired expired;

    private JdbcSeenReceipts(Builder builder) {
        this.connections = new Connections(builder.dataSource, builder.timeout);
        this.claimMillis = Columns.millis(builder.claim);
        this.ageMillis = Columns.millis(builder.age);
        this.expired = new Expired(connections, "alimsg_receipt", "receipt_key");
    }

    /**
     * A memory that keeps claims for five minutes and handled receipts for 24 hours. Takes no connection yet.
     *
     * @param dataSource connections to the database, best from a pool; not one that joins transactions
     * @return the memory
     */
    public static JdbcSeenReceipts of(DataSource dataSource) {
        return builder(dataSource).build();
    }

    /**
     * Returns a builder with the defaults.
     *
     * @param dataSource connections to the database, best from a pool; not one that joins transactions
     * @return a new builder
     */
    public static Builder builder(DataSource dataSource) {
        return new Builder(dataSource);
    }

    /**
     * Claims a receipt.
     *
     * @throws IllegalArgumentException when the key has more than 200 characters, or others than those of ASCII
     * @throws StoreException when the database failed
     */
    @Override
    public Claim claim(String key) {
        Columns.requireKey(key);
        Claim result = connections.run("claim a receipt", session -> {
            for (int round = 0; round < MAX_ROUNDS; round++) {
                if (INSERT.insert(session, key, owner(), claimMillis)) {
                    return Claim.FIRST;
                }
                List<Known> known = session.query(
                        READ.in(session.database()),
                        row -> new Known(row.getString(1), row.getBoolean(2), row.getBoolean(3)),
                        key);
                if (!known.isEmpty()) {
                    Claim claim = claim(session, key, known.get(0));
                    if (claim != null) {
                        return claim;
                    }
                }
            }
            throw new StoreException("can't claim a receipt: others change it all the time", null);
        });
        if (result == Claim.FIRST) {
            expired.deleteNowAndThen();
        }
        return result;
    }

    /**
     * What a row says.
     *
     * @param owner the thread that handles the receipt, or did
     * @param isDone whether it was handled
     * @param isValid whether the rest still counts
     */
    private record Known(String owner, boolean isDone, boolean isValid) {}

    /** {@return the answer; null when the row was changed between two statements} */
    private @Nullable Claim claim(Session session, String key, Known known) throws SQLException {
        int changed;
        if (!known.isValid) {
            changed = session.update(TAKE_OVER.in(session.database()), owner(), claimMillis, key, known.owner);
        } else if (known.isDone) {
            return Claim.DONE;
        } else if (known.owner.equals(owner())) { // a claim whose answer was lost, or its confirmation
            changed = session.update(RENEW.in(session.database()), claimMillis, key, known.owner);
        } else {
            return Claim.BUSY;
        }
        return changed == 1 ? Claim.FIRST : null;
    }

    /**
     * Remembers that a receipt was handled. Does nothing if another thread or process has taken it over.
     *
     * @throws StoreException when the database failed
     */
    @Override
    public void confirm(String key) {
        connections.run(
                "remember a receipt",
                session -> session.update(CONFIRM.in(session.database()), ageMillis, key, owner()));
    }

    /**
     * Releases a claim. Does nothing if another thread or process has taken it over.
     *
     * @throws StoreException when the database failed
     */
    @Override
    public void release(String key) {
        connections.run("release a receipt", session -> session.update(RELEASE.in(session.database()), key, owner()));
    }

    /** A thread has one claim on a receipt at most, so nothing needs to be kept from claim to confirmation. */
    private String owner() {
        return process + ":" + Thread.currentThread().getId();
    }

    /** Settings of the memory. */
    public static final class Builder {
        private final DataSource dataSource;
        private Duration claim = Duration.ofMinutes(5);
        private Duration age = Duration.ofHours(24);
        private Duration timeout = Duration.ofSeconds(5);

        private Builder(DataSource dataSource) {
            this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        }

        /**
         * Sets how long a receipt stays with the thread that claimed it. Default five minutes.
         *
         * @param claim longer than a handler ever takes
         * @return this builder
         * @throws IllegalArgumentException when it is zero or negative
         */
        public Builder claim(Duration claim) {
            this.claim = Columns.requirePositive(claim, "claim");
            return this;
        }

        /**
         * Sets how long handled receipts are remembered. Default 24 hours.
         *
         * @param age longer than the service or a queue keeps delivering
         * @return this builder
         * @throws IllegalArgumentException when it is zero or negative
         */
        public Builder age(Duration age) {
            this.age = Columns.requirePositive(age, "age");
            return this;
        }

        /**
         * Sets when a statement ends as a failure. Default five seconds; in H2 it has no effect.
         *
         * @param timeout the time, in whole seconds, rounded up
         * @return this builder
         * @throws IllegalArgumentException when it is zero or negative
         */
        public Builder timeout(Duration timeout) {
            this.timeout = Columns.requirePositive(timeout, "timeout");
            return this;
        }

        /** {@return the memory; it takes no connection yet} */
        public JdbcSeenReceipts build() {
            return new JdbcSeenReceipts(this);
        }
    }
}
