package io.github.alimsg.once.jdbc;

import io.github.alimsg.once.store.KeyOutcome;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.Part;
import io.github.alimsg.once.store.PartCounts;
import io.github.alimsg.once.store.PartRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of parts.
 *
 * @param now the time of the statement by the store's clock
 * @param dueAt what is due at its time, depends on the state
 * @param record what the row says
 */
record PartRow(long now, long dueAt, PartRecord record) {
    /** Reads a row as {@link PartSql} selects it. */
    static PartRow read(ResultSet row) throws SQLException {
        var part = new Part(row.getString(3), row.getLong(4), row.getLong(5), row.getString(6));
        KeyState state = KeyState.valueOf(row.getString(7));
        long dueAt = row.getLong(24);
        Instant notBefore = notBefore(state, dueAt, row.getLong(25));
        long sentAt = row.getLong(26);
        Instant sent = row.wasNull() ? null : Instant.ofEpochMilli(sentAt);
        String late = row.getString(23);
        PartRecord record = PartRecord.builder(row.getString(2), part, state)
                .fence(row.getLong(8))
                .attempts(row.getInt(9))
                .lookUps(row.getInt(10))
                .isSplit(row.getBoolean(11))
                .ownId(row.getString(12))
                .outcome(outcome(row, state == KeyState.NOT_SENT ? notBefore : null))
                .counts(new PartCounts(row.getLong(17), row.getLong(18), row.getLong(19), row.getLong(20)))
                .details(row.getString(21))
                .note(row.getString(22))
                .lateOutcome(late == null ? null : KeyState.valueOf(late))
                .notBefore(notBefore)
                .sentAt(sent)
                .build();
        return new PartRow(row.getLong(1), dueAt, record);
    }

    private static @Nullable KeyOutcome outcome(ResultSet row, @Nullable Instant notBefore) throws SQLException {
        String outcome = row.getString(13);
        return outcome == null
                ? null
                : new KeyOutcome(
                        KeyState.valueOf(outcome), row.getString(14), row.getString(15), row.getString(16), notBefore);
    }

    private static @Nullable Instant notBefore(KeyState state, long dueAt, long createdAt) {
        return switch (state) {
            case NEW, NOT_SENT, UNKNOWN -> dueAt > createdAt ? Instant.ofEpochMilli(dueAt) : null;
            default -> null;
        };
    }

    boolean isSendable() {
        return switch (record.state()) {
            case NEW, NOT_SENT, CLAIMED -> dueAt <= now && !record.isSplit();
            default -> false;
        };
    }

    /** What the row says after its part was taken over. */
    PartRecord takenOver() {
        return record.toBuilder()
                .state(KeyState.CLAIMED)
                .fence(record.fence() + 1)
                .attempts(record.attempts() + 1)
                .outcome(null)
                .counts(PartCounts.NONE)
                .details(null)
                .notBefore(null)
                .build();
    }
}
