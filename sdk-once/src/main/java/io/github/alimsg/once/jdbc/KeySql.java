package io.github.alimsg.once.jdbc;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The statements on the table of keys, as each database writes them. A comment says what fills the question marks. */
final class KeySql {
    private static final Map<Database, KeySql> ALL = new EnumMap<>(Database.class);

    /** What {@link KeyRow} reads, in its order. */
    private static final String COLUMNS = "idempotency_key, state, operation, fingerprint, fence, attempts, look_ups,"
            + " own_id, own_id_derived, template, message_id, request_id, code, note, late_outcome, due_at, created_at,"
            + " updated_at, sent_at";

    private static final String INSERTED = "idempotency_key, state, operation, fingerprint, owner, fence, attempts,"
            + " look_ups, own_id_derived, due_at, created_at, updated_at";

    /** Key, operation, fence. */
    static final Sql ENQUEUE = Sql.insertNew(
            "insert into alimsg_once (" + INSERTED + ") values (?, 'NEW', ?, null, null, ?, 0, 0, false, {now}, {now},"
                    + " {now})",
            "idempotency_key");

    /** Key, operation, fence, whether there is an own id, own id, restored. */
    static final Sql INSERT_IN_DOUBT = Sql.insertNew(
            "insert into alimsg_once (" + INSERTED + ", own_id, sent_at, code) values (?, 'UNDECIDED', ?, null, null,"
                    + " ?, 0, 0, ?, {now}, {now}, {now}, ?, ?, 'RestoredBackup')",
            "idempotency_key");

    private static final String READ = "select false, {now}, " + COLUMNS + " from alimsg_once ";

    private static final String SENDABLE = "state in ('NEW', 'NOT_SENT', 'CLAIMED') and due_at <= {now}";

    static {
        for (Database database : Database.values()) {
            ALL.put(database, new KeySql(database));
        }
    }

    /** Key, operation, fingerprint, owner, fence, lease; for H2 the key twice more, for PostgreSQL once. */
    final String claim;

    /** Owner, fingerprint, lease; key, fence. */
    final String takeOver;

    /** Whether there is an own id, own id, restored; key, restored. */
    final String doubt;

    /** Own id, whether derived, template, lease; key, fence. */
    final String mark;

    /** State, message id, request id, code; key, fence, state. For a message that is known to exist. */
    final String accept;

    /** State, message id, request id, code; key, fence, state. For outcomes that are final. */
    final String finish;

    /** State, message id, request id, code, due at; key, fence, state. For outcomes that are followed by something. */
    final String finishUntil;

    /** Outcome; key, fence. */
    final String late;

    /** Key. */
    final String find;

    /** Own id. */
    final String findByOwnId;

    /** State, how many. */
    final String due;

    final String dueAgain;

    /** Keys. */
    final String expire;

    /** Next in; key, fence. */
    final String lookedUp;

    /** Key, fence. */
    final String giveUp;

    /** Why; key, minimum. */
    final String release;

    /** State, retention, retention, how many. */
    final String old;

    /** Retention; keys. */
    final String prune;

    private KeySql(Database database) {
        String claimed = "?, 'CLAIMED', ?, ?, ?, ?, 1, 0, false, {now} + ?, {now}, {now}";
        String insert = "insert into alimsg_once (" + INSERTED + ") ";
        String elseRead = " union all " + READ + "where idempotency_key = ?";
        String insertClaimed = insert + "values (" + claimed + ")";
        switch (database) {
            case POSTGRESQL -> {
                String unlessKnown = " on conflict (idempotency_key) do nothing";
                claim = database.withClock("with fresh as (" + insertClaimed + unlessKnown + " returning " + COLUMNS
                        + ") select true, {now}, " + COLUMNS + " from fresh" + elseRead);
            }
            case H2 -> {
                String typed = claimed.replace("?, 1,", "cast(? as bigint), 1,")
                        .replace("{now} + ?", "{now} + cast(? as bigint)")
                        .replace("?,", "cast(? as varchar),");
                claim = database.withClock("select true, {now}, " + COLUMNS + " from final table (" + insert + "select "
                        + typed + " where not exists (select 1 from alimsg_once where idempotency_key = ?))"
                        + elseRead);
            }
            default ->
                claim = database.withClock(insertClaimed
                        .replace("insert", "insert ignore")
                        .replace("{now}, {now})", "last_insert_id({now}), {now})"));
        }
        doubt = database.withClock("update alimsg_once set state = 'UNDECIDED', own_id_derived = ?, own_id = ?,"
                + " sent_at = ?, code = 'RestoredBackup', due_at = {now}, updated_at = {now} where idempotency_key = ?"
                + " and state in ('NEW', 'NOT_SENT', 'CLAIMED') and (note is null or updated_at < ?)");
        takeOver = database.withClock("update alimsg_once set state = 'CLAIMED', fence = fence + 1,"
                + " attempts = attempts + 1, owner = ?, fingerprint = coalesce(?, fingerprint), due_at = {now} + ?,"
                + " updated_at = {now} where idempotency_key = ? and fence = ? and " + SENDABLE);
        mark = database.withClock("update alimsg_once set state = 'SENDING', own_id = ?, own_id_derived = ?,"
                + " template = ?, due_at = {now} + ?, sent_at = {now}, updated_at = {now}"
                + " where idempotency_key = ? and fence = ? and state in ('CLAIMED', 'SENDING')");
        String finished = "update alimsg_once set state = ?, message_id = ?, request_id = ?, code = ?,"
                + " updated_at = {now}, due_at = {due} where idempotency_key = ? and fence = ?"
                + " and state in ('CLAIMED', 'SENDING', 'UNKNOWN', 'UNDECIDED') and state <> ?";
        accept = database.withClock("update alimsg_once set state = ?, message_id = ?, request_id = ?, code = ?,"
                + " updated_at = {now}, due_at = {now} where idempotency_key = ?"
                + " and (fence = ? or state in ('NEW', 'CLAIMED', 'NOT_SENT', 'REFUSED')) and state <> ?");
        finish = database.withClock(finished.replace("{due}", "{now}"));
        finishUntil = database.withClock(finished.replace("{due}", "greatest(?, created_at)"));
        late = database.withClock("update alimsg_once set late_outcome = ?, updated_at = {now}"
                + " where idempotency_key = ? and fence = ?");
        find = database.withClock(READ + "where idempotency_key = ?");
        findByOwnId = database.withClock(READ + "where own_id = ? order by created_at limit 2");
        due = database.withClock(READ + "where state = ? and due_at <= {now} order by due_at limit ?");
        dueAgain = database.withClock(READ + "where state = ? and due_at <= {now}"
                + " and updated_at + attempts * attempts * 1000 <= {now} order by due_at limit ?");
        expire = database.withClock("update alimsg_once set state = 'UNKNOWN', look_ups = 0, due_at = created_at,"
                + " updated_at = {now} where state = 'SENDING' and due_at <= {now} and idempotency_key in ({keys})");
        lookedUp = database.withClock("update alimsg_once set look_ups = look_ups + 1, due_at = {now} + ?,"
                + " updated_at = {now} where idempotency_key = ? and fence = ? and state = 'UNKNOWN'");
        giveUp = database.withClock("update alimsg_once set look_ups = look_ups + 1, due_at = {now},"
                + " state = 'UNDECIDED', updated_at = {now}"
                + " where idempotency_key = ? and fence = ? and state = 'UNKNOWN'");
        release = database.withClock("update alimsg_once set state = 'NEW', fence = fence + 1, due_at = created_at,"
                + " fingerprint = null, note = ?, updated_at = {now} where idempotency_key = ? and (state = 'REFUSED'"
                + " or state in ('UNKNOWN', 'UNDECIDED') and (sent_at is null or sent_at < {now} - ?))");
        old = database.withClock("select idempotency_key from alimsg_once where state = ? and due_at < {now} - ?"
                + " and updated_at < {now} - ? order by due_at limit ?");
        prune = database.withClock("delete from alimsg_once where state in ('ACCEPTED', 'REFUSED', 'NOT_SENT')"
                + " and updated_at < {now} - ? and idempotency_key in ({keys})");
    }

    static KeySql of(Database database) {
        return Objects.requireNonNull(ALL.get(database));
    }

    /** {@return a statement with as many question marks in place of {@code {keys}} as there are keys} */
    static String forKeys(String sql, int keys) {
        return sql.replace("{keys}", "?, ".repeat(keys - 1) + "?");
    }
}
