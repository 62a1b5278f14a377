package io.github.alimsg.once.jdbc;

import io.github.alimsg.once.store.Claim;
import io.github.alimsg.once.store.KeyRecord;
import io.github.alimsg.once.store.KeyState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of keys.
 *
 * @param inserted whether this statement has inserted it
 * @param now the time of the statement by the store's clock
 * @param dueAt what is due at its time, depends on the state
 * @param record what the row says
 */
record KeyRow(boolean inserted, long now, long dueAt, KeyRecord record) {
    /** Reads a row as {@link KeySql} selects it. */
    static KeyRow read(ResultSet row) throws SQLException {
        KeyState state = KeyState.valueOf(row.getString(4));
        long dueAt = row.getLong(18);
        long createdAt = row.getLong(19);
        long sentAt = row.getLong(21);
        Instant sent = row.wasNull() ? null : Instant.ofEpochMilli(sentAt);
        String late = row.getString(17);
        KeyRecord record = KeyRecord.builder(row.getString(3), state, row.getString(5))
                .fingerprint(row.getString(6))
                .fence(row.getLong(7))
                .attempts(row.getInt(8))
                .lookUps(row.getInt(9))
                .ownId(row.getString(10), row.getBoolean(11))
                .template(row.getString(12))
                .messageId(row.getString(13))
                .requestId(row.getString(14))
                .code(row.getString(15))
                .note(row.getString(16))
                .lateOutcome(late == null ? null : KeyState.valueOf(late))
                .notBefore(notBefore(state, dueAt, createdAt))
                .createdAt(Instant.ofEpochMilli(createdAt))
                .updatedAt(Instant.ofEpochMilli(row.getLong(20)))
                .sentAt(sent)
                .build();
        return new KeyRow(row.getBoolean(1), row.getLong(2), dueAt, record);
    }

    /** The row of a claim that was inserted, without reading it. */
    static KeyRow inserted(Claim.Request request, long fence, long now) {
        Instant instant = Instant.ofEpochMilli(now);
        KeyRecord record = KeyRecord.builder(request.key(), KeyState.CLAIMED, request.operation())
                .fingerprint(request.fingerprint())
                .fence(fence)
                .attempts(1)
                .createdAt(instant)
                .updatedAt(instant)
                .build();
        return new KeyRow(true, now, now + request.leaseMillis(), record);
    }

    /** The row, read after it was inserted. */
    KeyRow asInserted() {
        return new KeyRow(true, now, dueAt, record);
    }

    private static @Nullable Instant notBefore(KeyState state, long dueAt, long createdAt) {
        return switch (state) {
            case NEW, NOT_SENT, UNKNOWN -> dueAt > createdAt ? Instant.ofEpochMilli(dueAt) : null;
            default -> null;
        };
    }

    boolean isSendable() {
        return switch (record.state()) {
            case NEW, NOT_SENT, CLAIMED -> dueAt <= now;
            default -> false;
        };
    }

    /** What the row says after its key was taken over. */
    KeyRecord takenOver(Claim.Request request) {
        KeyRecord.Builder taken = record.toBuilder()
                .state(KeyState.CLAIMED)
                .fence(record.fence() + 1)
                .attempts(record.attempts() + 1)
                .notBefore(null)
                .updatedAt(Instant.ofEpochMilli(now));
        if (request.fingerprint() != null) {
            taken.fingerprint(request.fingerprint());
        }
        return taken.build();
    }
}
