package io.github.alimsg.once.jdbc;

import io.github.alimsg.once.store.CampaignRecord;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.once.store.KeyStore.Finish;
import io.github.alimsg.once.store.Mark;
import io.github.alimsg.once.store.Part;
import io.github.alimsg.once.store.PartClaim;
import io.github.alimsg.once.store.PartCounts;
import io.github.alimsg.once.store.PartOutcome;
import io.github.alimsg.once.store.PartRecord;
import io.github.alimsg.once.store.PartStore;
import io.github.alimsg.once.store.PartTotals;
import io.github.alimsg.once.store.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Campaigns and parts in two tables. What changes one part is one statement, as for keys. What inserts parts holds the row
 * of the campaign meanwhile: there are few, each with many parts, and the row has their next moment anyway.
 */
final class PartTable implements PartStore {
    private static final int MAX_ROUNDS = 20;
    private static final int CHUNK = 100;
    private static final String UNIQUE_VIOLATION = "23505";

    private final Connections connections;

    PartTable(Connections connections) {
        this.connections = connections;
    }

    @Override
    public CampaignRecord open(CampaignRecord campaign) {
        Columns.requireCampaign(campaign.name());
        return connections.run("open a campaign", session -> {
            PartSql sql = PartSql.of(session.database());
            for (int round = 0; round < MAX_ROUNDS; round++) {
                if (insert(session, campaign)
                        || session.update(
                                        sql.setRate, campaign.partsPerSecond(), campaign.name(), campaign.fingerprint())
                                == 1) {
                    return campaign;
                }
                List<CampaignRecord> known = session.query(
                        sql.campaign,
                        row -> new CampaignRecord(campaign.name(), row.getString(2), row.getDouble(3)),
                        campaign.name());
                if (!known.isEmpty() && !known.get(0).fingerprint().equals(campaign.fingerprint())) {
                    return known.get(0);
                }
            }
            throw new StoreException("can't open a campaign: others delete it all the time", null);
        });
    }

    private static boolean insert(Session session, CampaignRecord campaign) throws SQLException {
        try {
            return session.update(
                            PartSql.of(session.database()).open,
                            campaign.name(),
                            campaign.fingerprint(),
                            campaign.partsPerSecond())
                    == 1;
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) { // H2
                return false;
            }
            throw e;
        }
    }

    @Override
    public List<PartClaim> claim(PartClaim.Request request) {
        request.parts().forEach(Columns::requirePart);
        return connections.runTogether("claim parts of a campaign", session -> {
            var campaign = LockedCampaign.lock(session, request.campaign());
            List<PartClaim> claims = new PartClaims(session, request, campaign).run();
            campaign.save(session);
            return claims;
        });
    }

    @Override
    public Set<Long> takeKeys(String campaign, Map<Long, String> keys) {
        return keys.isEmpty()
                ? Set.of()
                : connections.run(
                        "take the keys of recipients", session -> new RecipientKeys(session, campaign).take(keys));
    }

    @Override
    public boolean mark(String campaign, String part, long fence, Mark mark, @Nullable String details) {
        Columns.requireOwnId(mark.ownId());
        try {
            return tryMark(campaign, part, fence, mark, details);
        } catch (StoreException e) {
            return tryMark(campaign, part, fence, mark, details); // as KeyTable does
        }
    }

    private boolean tryMark(String campaign, String part, long fence, Mark mark, @Nullable String details) {
        return connections.run(
                "mark a part of a campaign",
                session -> session.update(
                                PartSql.of(session.database()).mark,
                                mark.ownId(),
                                details,
                                Columns.millis(mark.leaseMillis()),
                                campaign,
                                part,
                                fence)
                        == 1);
    }

    @Override
    public Finish finish(String campaign, String part, long fence, PartOutcome outcome, List<Part> fractions) {
        fractions.forEach(Columns::requirePart);
        Connections.Step<Finish> step = session -> {
            if (!fractions.isEmpty()) {
                LockedCampaign.lock(session, campaign);
            }
            for (int round = 0; round < MAX_ROUNDS; round++) {
                if (record(session, campaign, part, fence, outcome, !fractions.isEmpty())) {
                    NewPart.insertFractions(session, campaign, fractions);
                    return Finish.RECORDED;
                }
                Finish finish = notRecorded(
                        session, campaign, part, fence, outcome.request().state());
                if (finish != null) {
                    return finish;
                }
            }
            throw new StoreException("can't write the outcome of a part: others change it all the time", null);
        };
        String what = "write the outcome of a part";
        return fractions.isEmpty() ? connections.run(what, step) : connections.runTogether(what, step);
    }

    private static boolean record(
            Session session, String campaign, String part, long fence, PartOutcome outcome, boolean isSplit)
            throws SQLException {
        PartSql sql = PartSql.of(session.database());
        KeyState state = outcome.request().state();
        PartCounts counts = outcome.counts();
        boolean isFinal = state == KeyState.ACCEPTED || state == KeyState.REFUSED;
        List<@Nullable Object> values = new ArrayList<>();
        values.add(state);
        values.add(state);
        values.add(Columns.shown(outcome.request().messageId()));
        values.add(Columns.shown(outcome.request().requestId()));
        values.add(Columns.shown(outcome.request().code()));
        values.add(counts.accepted());
        values.add(counts.refused());
        values.add(counts.notSent());
        values.add(counts.unknown());
        values.add(outcome.details());
        values.add(isSplit);
        if (!isFinal) {
            values.add(
                    outcome.request().notBefore() == null
                            ? 0L
                            : Columns.millis(outcome.request().notBefore()));
        }
        values.add(campaign);
        values.add(part);
        values.add(fence);
        values.add(state);
        return session.update(isFinal ? sql.finish : sql.finishUntil, values.toArray()) == 1;
    }

    /** {@return why an outcome was not recorded; null when the part was changed between two statements} */
    private static @Nullable Finish notRecorded(
            Session session, String campaign, String part, long fence, KeyState outcome) throws SQLException {
        PartSql sql = PartSql.of(session.database());
        List<PartRow> rows = session.query(sql.find, PartRow::read, campaign, part);
        if (rows.isEmpty()) {
            return Finish.SUPERSEDED;
        }
        PartRecord record = rows.get(0).record();
        if (record.fence() == fence) {
            boolean isOpen = record.state().isInProgress() || record.state().isOpen();
            return isOpen && record.state() != outcome ? null : Finish.KNOWN;
        }
        if (record.note() == null || outcome != KeyState.ACCEPTED && outcome != KeyState.UNKNOWN) {
            return Finish.SUPERSEDED;
        }
        return session.update(sql.late, outcome, campaign, part, record.fence()) == 1 ? Finish.LATE : null;
    }

    @Override
    public Optional<PartRecord> split(String campaign, Part part, List<Part> fractions) {
        Columns.requirePart(part);
        fractions.forEach(Columns::requirePart);
        return connections.runTogether("split a part of a campaign", session -> {
            LockedCampaign.lock(session, campaign);
            List<PartRow> known =
                    session.query(PartSql.of(session.database()).find, PartRow::read, campaign, part.name());
            if (!known.isEmpty()) {
                return Optional.of(known.get(0).record());
            }
            NewPart.insert(
                    session,
                    campaign,
                    List.of(new NewPart(part, KeyState.NOT_SENT, KeyStore.firstFence(), null, true, 0)));
            NewPart.insertFractions(session, campaign, fractions);
            return Optional.empty();
        });
    }

    @Override
    public List<PartRecord> parts(String campaign, long from, int most) {
        return records(sql -> sql.parts, campaign, from, most);
    }

    @Override
    public List<PartRecord> unfinished(String campaign, long from, int most) {
        int expired;
        do {
            expired = connections.run("read unfinished parts of a campaign", session -> expire(session, campaign));
        } while (expired == CHUNK);
        return records(sql -> sql.unfinished, campaign, from, most);
    }

    private static int expire(Session session, String campaign) throws SQLException {
        PartSql sql = PartSql.of(session.database());
        List<Object> values = new ArrayList<>(List.of(campaign));
        values.addAll(session.query(sql.expired, row -> row.getString(1), campaign, CHUNK));
        int parts = values.size() - 1;
        return parts == 0 ? 0 : session.update(KeySql.forKeys(sql.expire, parts), values.toArray());
    }

    @Override
    public Optional<PartRecord> findByOwnId(String ownId) {
        List<PartRecord> found = records(sql -> sql.findByOwnId, ownId);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private List<PartRecord> records(Function<PartSql, String> statement, Object... values) {
        return connections.run(
                "read parts of a campaign",
                session ->
                        session.query(statement.apply(PartSql.of(session.database())), PartRow::read, values).stream()
                                .map(PartRow::record)
                                .toList());
    }

    @Override
    public List<PartTotals> totals(String campaign) {
        return connections.run(
                "sum up a campaign",
                session -> session.query(
                        PartSql.of(session.database()).totals,
                        row -> new PartTotals(
                                KeyState.valueOf(row.getString(1)),
                                row.getLong(2),
                                row.getLong(3),
                                new PartCounts(row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7))),
                        campaign));
    }

    @Override
    public void lookedUp(String campaign, String part, long fence, @Nullable Duration nextIn) {
        connections.run("note that a part was looked up", session -> {
            PartSql sql = PartSql.of(session.database());
            return nextIn == null
                    ? session.update(sql.giveUp, campaign, part, fence)
                    : session.update(sql.lookedUp, Columns.millis(nextIn), campaign, part, fence);
        });
    }

    @Override
    public boolean release(String campaign, String part, Duration minimum, String why) {
        return connections.run(
                "release a part of a campaign",
                session -> session.update(
                                PartSql.of(session.database()).release,
                                Columns.cut(Objects.requireNonNull(why, "why"), Columns.TEXT),
                                campaign,
                                part,
                                Columns.millis(minimum))
                        == 1);
    }

    @Override
    public int prune(Duration retention) {
        long millis = Columns.millis(retention);
        String what = "delete old campaigns";
        List<String> old = connections.run(
                what,
                session -> session.query(PartSql.of(session.database()).old, row -> row.getString(1), millis, millis));
        int deleted = 0;
        for (String campaign : old) {
            deleted += connections.runTogether(what, session -> delete(session, campaign, millis)) ? 1 : 0;
        }
        return deleted;
    }

    private static boolean delete(Session session, String campaign, long retention) throws SQLException {
        PartSql sql = PartSql.of(session.database());
        session.query(sql.lock, row -> row.getLong(1), campaign);
        session.update(sql.deleteParts, campaign, retention);
        if (session.update(sql.deleteCampaign, campaign, campaign) == 1) {
            new RecipientKeys(session, campaign).delete();
            return true;
        }
        session.undo(); // a part was claimed or released in the meantime
        return false;
    }
}
