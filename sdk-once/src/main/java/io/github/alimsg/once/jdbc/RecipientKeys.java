package io.github.alimsg.once.jdbc;

import io.github.alimsg.once.store.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The keys of recipients, a row each. A row never changes, so whoever inserted it has the key. */
final class RecipientKeys {
    private static final int MAX_ROUNDS = 20;
    private static final int CHUNK = 10_000;
    private static final String UNIQUE_VIOLATION = "23505";

    private final Session session;
    private final PartSql sql;
    private final String campaign;

    RecipientKeys(Session session, String campaign) {
        this.session = session;
        this.sql = PartSql.of(session.database());
        this.campaign = campaign;
    }

    private record Owner(String key, String campaign, long position) {}

    /** {@return the positions whose keys others have, after those that were free are taken} */
    Set<Long> take(Map<Long, String> keys) throws SQLException {
        // In the order of keys, so that two who take the same ones can't wait for each other.
        SortedMap<String, Long> wanted = new TreeMap<>();
        keys.forEach((position, key) -> wanted.merge(key, position, Math::min));
        Set<Long> taken = new HashSet<>();
        for (int round = 0; round < MAX_ROUNDS && !wanted.isEmpty(); round++) {
            for (Owner owner : owners(wanted.keySet())) {
                Long position = wanted.remove(owner.key);
                if (position != null && owner.position == position && owner.campaign.equals(campaign)) {
                    taken.add(position);
                }
            }
            if (!wanted.isEmpty() && insert(wanted) == wanted.size()) {
                taken.addAll(wanted.values());
                wanted.clear();
            }
        }
        if (!wanted.isEmpty()) {
            throw new StoreException("can't take the keys of recipients: others delete them all the time", null);
        }
        Set<Long> ofOthers = new HashSet<>(keys.keySet());
        ofOthers.removeAll(taken);
        return ofOthers;
    }

    private List<Owner> owners(Set<String> keys) throws SQLException {
        return session.query(
                KeySql.forKeys(sql.knownKeys, keys.size()),
                row -> new Owner(row.getString(1), row.getString(2), row.getLong(3)),
                keys.toArray());
    }

    private int insert(SortedMap<String, Long> keys) throws SQLException {
        List<Object> values = new ArrayList<>();
        keys.forEach((key, position) -> values.addAll(List.of(key, campaign, position)));
        try {
            return session.update(sql.takeKeys(session.database(), keys.size()), values.toArray());
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) { // H2
                return 0;
            }
            throw e;
        }
    }

    /** Gives back all keys of the campaign, some at a time. */
    void delete() throws SQLException {
        List<Long> last = session.query(sql.lastKey, row -> row.getLong(1), campaign);
        for (long from = 0; from <= last.get(0); from += CHUNK) {
            session.update(sql.deleteKeys, campaign, from, from + CHUNK);
        }
    }
}
