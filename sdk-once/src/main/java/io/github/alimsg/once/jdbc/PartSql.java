package io.github.alimsg.once.jdbc;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The statements on the tables of campaigns and parts. A comment says what fills the question marks. */
final class PartSql {
    /** What {@link PartRow} reads, in its order. */
    private static final String READ = "select {now}, campaign, part, first_recipient, last_recipient, fingerprint,"
            + " state, fence, attempts, look_ups, is_split, own_id, outcome, message_id, request_id, code, accepted,"
            + " refused, not_sent, unsure, details, note, late_outcome, due_at, created_at, sent_at from alimsg_part ";

    private static final String FRESH =
            "outcome = null, message_id = null, request_id = null, code = null, accepted = 0,"
                    + " refused = 0, not_sent = 0, unsure = 0, details = null";

    private static final String THIS_PART = " where campaign = ? and part = ? and fence = ?";

    private static final Map<Database, PartSql> ALL = new EnumMap<>(Database.class);

    static {
        for (Database database : Database.values()) {
            ALL.put(database, new PartSql(database));
        }
    }

    /** Campaign, fingerprint, rate. Fails, or inserts nothing, if the campaign is known. */
    final String open;

    /** Rate; campaign, fingerprint. */
    final String setRate;

    /** Campaign. */
    final String campaign;

    /** Campaign. Nobody else passes it until this transaction ends. */
    final String lock;

    /** Next moment; campaign. */
    final String nextMoment;

    /** Campaign, parts. */
    final String known;

    /** For each part: campaign, part, first, last, fingerprint, state, owner, fence, attempts, split, due in. */
    final String insert;

    /** Owner, due at; campaign, part, fence. */
    final String takeOver;

    /** Own id, details, lease; campaign, part, fence. */
    final String mark;

    /** State, outcome, message id, request id, code, counts, details, split; campaign, part, fence, state. */
    final String finish;

    /** The same, with due at before the campaign. */
    final String finishUntil;

    /** Outcome; campaign, part, fence. */
    final String late;

    /** Campaign, part. */
    final String find;

    /** Own id. */
    final String findByOwnId;

    /** Campaign, first, how many. */
    final String parts;

    /** Campaign, first, how many. */
    final String unfinished;

    /** Campaign, how many. */
    final String expired;

    /** Campaign, parts. */
    final String expire;

    /** Campaign. */
    final String totals;

    /** Next in; campaign, part, fence. */
    final String lookedUp;

    /** Campaign, part, fence. */
    final String giveUp;

    /** Why; campaign, part, minimum. */
    final String release;

    /** Retention, retention. */
    final String old;

    /** Campaign, retention. */
    final String deleteParts;

    /** Campaign, campaign. */
    final String deleteCampaign;

    private PartSql(Database database) {
        String open = "insert into alimsg_campaign (campaign, fingerprint, parts_per_second, next_moment, created_at,"
                + " updated_at) values (?, ?, ?, 0, {now}, {now})";
        this.open = database.withClock(
                switch (database) {
                    case POSTGRESQL -> open + " on conflict (campaign) do nothing";
                    case MYSQL, MARIADB -> open.replace("insert", "insert ignore");
                    case H2 -> open;
                });
        setRate = database.withClock("update alimsg_campaign set parts_per_second = ?, updated_at = {now}"
                + " where campaign = ? and fingerprint = ?");
        campaign = database.withClock(
                "select {now}, fingerprint, parts_per_second, next_moment from alimsg_campaign where campaign = ?");
        lock = campaign + " for update";
        nextMoment =
                database.withClock("update alimsg_campaign set next_moment = ?, updated_at = {now} where campaign = ?");
        known = database.withClock(READ + "where campaign = ? and part in ({keys})");
        insert = database.withClock("insert into alimsg_part (campaign, part, first_recipient, last_recipient,"
                + " fingerprint, state, owner, fence, attempts, is_split, due_at, look_ups, accepted, refused, not_sent,"
                + " unsure, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {now} + ?, 0, 0, 0, 0, 0,"
                + " {now}, {now})");
        takeOver = database.withClock("update alimsg_part set state = 'CLAIMED', fence = fence + 1,"
                + " attempts = attempts + 1, owner = ?, due_at = {now} + ?, updated_at = {now}, " + FRESH + THIS_PART
                + " and state in ('NEW', 'NOT_SENT', 'CLAIMED') and due_at <= {now} and not is_split");
        mark = database.withClock("update alimsg_part set state = 'SENDING', own_id = ?, details = ?,"
                + " due_at = {now} + ?, sent_at = {now}, updated_at = {now}" + THIS_PART
                + " and state in ('CLAIMED', 'SENDING')");
        String finished = "update alimsg_part set state = ?, outcome = ?, message_id = ?, request_id = ?, code = ?,"
                + " accepted = ?, refused = ?, not_sent = ?, unsure = ?, details = ?, is_split = ?, updated_at = {now},"
                + " due_at = {due}" + THIS_PART
                + " and state in ('CLAIMED', 'SENDING', 'UNKNOWN', 'UNDECIDED') and state <> ?";
        finish = database.withClock(finished.replace("{due}", "{now}"));
        finishUntil = database.withClock(finished.replace("{due}", "greatest(?, created_at)"));
        late = database.withClock("update alimsg_part set late_outcome = ?, updated_at = {now}" + THIS_PART);
        find = database.withClock(READ + "where campaign = ? and part = ?");
        findByOwnId = database.withClock(READ + "where own_id = ? limit 2");
        String fromFirst = "where campaign = ? and first_recipient >= ? and not is_split ";
        parts = database.withClock(READ + fromFirst + "order by first_recipient limit ?");
        unfinished = database.withClock(READ + fromFirst
                + "and state in ('NEW', 'NOT_SENT', 'CLAIMED', 'UNKNOWN') and due_at <= {now}"
                + " order by first_recipient limit ?");
        expired = database.withClock("select part from alimsg_part"
                + " where campaign = ? and state = 'SENDING' and due_at <= {now} order by due_at limit ?");
        expire = database.withClock("update alimsg_part set state = 'UNKNOWN', look_ups = 0, due_at = created_at,"
                + " updated_at = {now} where campaign = ? and state = 'SENDING' and due_at <= {now}"
                + " and part in ({keys})");
        totals = "select state, count(*), sum(last_recipient - first_recipient + 1), sum(accepted), sum(refused),"
                + " sum(not_sent), sum(unsure) from alimsg_part where campaign = ? and not is_split group by state";
        lookedUp = database.withClock("update alimsg_part set look_ups = look_ups + 1, due_at = {now} + ?,"
                + " updated_at = {now}" + THIS_PART + " and state = 'UNKNOWN'");
        giveUp = database.withClock("update alimsg_part set look_ups = look_ups + 1, due_at = {now},"
                + " state = 'UNDECIDED', updated_at = {now}" + THIS_PART + " and state = 'UNKNOWN'");
        release = database.withClock("update alimsg_part set state = 'NEW', fence = fence + 1, due_at = created_at,"
                + " note = ?, updated_at = {now}, " + FRESH + " where campaign = ? and part = ? and not is_split"
                + " and (state = 'REFUSED'"
                + " or state in ('UNKNOWN', 'UNDECIDED') and (sent_at is null or sent_at < {now} - ?))");
        old = database.withClock("select campaign from alimsg_campaign c where updated_at < {now} - ? and not exists"
                + " (select 1 from alimsg_part p where p.campaign = c.campaign"
                + " and (p.state not in ('ACCEPTED', 'REFUSED', 'NOT_SENT') or p.updated_at >= {now} - ?))");
        deleteParts = database.withClock("delete from alimsg_part where campaign = ?"
                + " and state in ('ACCEPTED', 'REFUSED', 'NOT_SENT') and updated_at < {now} - ?");
        deleteCampaign = "delete from alimsg_campaign where campaign = ?"
                + " and not exists (select 1 from alimsg_part where campaign = ?)";
    }

    static PartSql of(Database database) {
        return Objects.requireNonNull(ALL.get(database));
    }

    /** {@return the statement that inserts some parts at once} */
    String insert(int parts) {
        int row = insert.indexOf("(?, ");
        return insert + (", " + insert.substring(row)).repeat(parts - 1);
    }
}
