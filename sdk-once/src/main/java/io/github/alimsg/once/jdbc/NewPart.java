package io.github.alimsg.once.jdbc;

import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.once.store.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A part that is to be inserted.
 *
 * @param part the part
 * @param state its state
 * @param fence its fence
 * @param owner who claims it; null when nobody does
 * @param isSplit whether there are fractions in its place
 * @param dueIn in how many milliseconds something is due
 */
record NewPart(
        Part part, KeyState state, long fence, @Nullable String owner, boolean isSplit, long dueIn) {
    private static final int CHUNK = 100;

    /** {@return the rows of those parts that are there} */
    static List<PartRow> known(Session session, String campaign, List<Part> parts) throws SQLException {
        PartSql sql = PartSql.of(session.database());
        List<PartRow> known = new ArrayList<>();
        for (int from = 0; from < parts.size(); from += CHUNK) {
            List<Part> chunk = parts.subList(from, Math.min(from + CHUNK, parts.size()));
            List<Object> values = new ArrayList<>(List.of(campaign));
            chunk.forEach(part -> values.add(part.name()));
            known.addAll(session.query(KeySql.forKeys(sql.known, chunk.size()), PartRow::read, values.toArray()));
        }
        return known;
    }

    /** Inserts parts that are not there, while the campaign is locked. */
    static void insert(Session session, String campaign, List<NewPart> parts) throws SQLException {
        PartSql sql = PartSql.of(session.database());
        for (int from = 0; from < parts.size(); from += CHUNK) {
            List<NewPart> chunk = parts.subList(from, Math.min(from + CHUNK, parts.size()));
            List<@Nullable Object> values = new ArrayList<>();
            chunk.forEach(part -> part.addTo(values, campaign));
            session.update(sql.insert(chunk.size()), values.toArray());
        }
    }

    /** Inserts parts that nobody has claimed, unless they are there, while the campaign is locked. */
    static void insertFractions(Session session, String campaign, List<Part> fractions) throws SQLException {
        Set<String> known = known(session, campaign, fractions).stream()
                .map(row -> row.record().part().name())
                .collect(Collectors.toSet());
        insert(
                session,
                campaign,
                fractions.stream()
                        .filter(part -> !known.contains(part.name()))
                        .map(part -> new NewPart(part, KeyState.NEW, KeyStore.firstFence(), null, false, 0))
                        .toList());
    }

    private void addTo(List<@Nullable Object> values, String campaign) {
        values.add(campaign);
        values.add(part.name());
        values.add(part.first());
        values.add(part.last());
        values.add(part.fingerprint());
        values.add(state);
        values.add(Columns.cut(owner, Columns.OWNER));
        values.add(fence);
        values.add(state == KeyState.CLAIMED ? 1L : 0L);
        values.add(isSplit);
        values.add(dueIn);
    }
}
