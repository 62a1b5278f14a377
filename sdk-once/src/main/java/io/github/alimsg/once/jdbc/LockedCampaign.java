package io.github.alimsg.once.jdbc;

import io.github.alimsg.once.store.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * The row of a campaign, which nobody else can lock until this transaction ends. Gives out the moments at which parts may be
 * sent, in nanoseconds by the store's clock, so that a rate of some thousand a second is exact.
 */
final class LockedCampaign {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Some thirty years, so that no sum overflows. */
    private static final double MAX_INTERVAL = 1e18;

    private final String name;
    private final long now;
    private final long interval;
    private long next;
    private boolean isTaken;

    private LockedCampaign(String name, long nowMillis, double partsPerSecond, long next) {
        this.name = name;
        this.now = nowMillis * NANOS_PER_MILLI;
        this.interval = (long) Math.min(1e9 / partsPerSecond, MAX_INTERVAL);
        this.next = next;
    }

    /**
     * Waits until nobody else holds the campaign.
     *
     * @throws StoreException when it is not there
     */
    static LockedCampaign lock(Session session, String campaign) throws SQLException {
        List<LockedCampaign> rows = session.query(
                PartSql.of(session.database()).lock,
                row -> new LockedCampaign(campaign, row.getLong(1), row.getDouble(3), row.getLong(4)),
                campaign);
        if (rows.isEmpty()) {
            throw new StoreException("the campaign is not in the store: never opened, or deleted", null);
        }
        return rows.get(0);
    }

    /** {@return how long it is until the next moment} */
    Duration untilNext() {
        return Duration.ofNanos(Math.max(next - now, 0));
    }

    /** Takes the next moment. Moments in the past are lost. */
    void takeNext() {
        next = Math.max(next, now) + interval;
        isTaken = true;
    }

    /** Writes down which moments are taken. */
    void save(Session session) throws SQLException {
        if (isTaken) {
            session.update(PartSql.of(session.database()).nextMoment, next, name);
        }
    }
}
