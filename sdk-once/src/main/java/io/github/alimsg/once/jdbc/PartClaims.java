package io.github.alimsg.once.jdbc;

import io.github.alimsg.once.store.Claim;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.once.store.Part;
import io.github.alimsg.once.store.PartClaim;
import io.github.alimsg.once.store.PartRecord;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Claims parts while the campaign is locked: reads those that are there, takes over some, and inserts the others. */
final class PartClaims {
    private final Session session;
    private final PartClaim.Request request;
    private final LockedCampaign campaign;
    private final Map<String, PartRow> rows = new HashMap<>();
    private final List<NewPart> inserts = new ArrayList<>();
    private final List<PartClaim> claims = new ArrayList<>();
    private int claimed;

    PartClaims(Session session, PartClaim.Request request, LockedCampaign campaign) {
        this.session = session;
        this.request = request;
        this.campaign = campaign;
    }

    List<PartClaim> run() throws SQLException {
        for (PartRow row : NewPart.known(session, request.campaign(), request.parts())) {
            rows.put(row.record().part().name(), row);
        }
        for (Part part : request.parts()) {
            if (claimed == request.most()) {
                break;
            }
            claim(part);
            if (claims.get(claims.size() - 1).kind() == Claim.Kind.REUSED) {
                break;
            }
        }
        NewPart.insert(session, request.campaign(), inserts);
        return claims;
    }

    private void claim(Part part) throws SQLException {
        PartRow row = rows.get(part.name());
        long due = Columns.millis(campaign.untilNext().plusMillis(Columns.millis(request.leaseMillis())));
        if (row == null) {
            long fence = KeyStore.firstFence();
            inserts.add(new NewPart(part, KeyState.CLAIMED, fence, request.owner(), false, due));
            claimed(PartRecord.builder(request.campaign(), part, KeyState.CLAIMED)
                    .fence(fence)
                    .attempts(1)
                    .build());
        } else if (!row.record().part().equals(part)) {
            claims.add(new PartClaim(Claim.Kind.REUSED, row.record(), Duration.ZERO));
        } else if (row.isSendable() && takeOver(row, due)) {
            claimed(row.takenOver());
        } else {
            PartRecord record = row.isSendable() ? find(part, row) : row.record();
            claims.add(new PartClaim(Claim.Kind.TAKEN, record, Duration.ZERO));
        }
    }

    /** A sender that was held up may mark or finish its part meanwhile: it needs no lock. */
    private boolean takeOver(PartRow row, long due) throws SQLException {
        return session.update(
                        PartSql.of(session.database()).takeOver,
                        Columns.cut(request.owner(), Columns.OWNER),
                        due,
                        request.campaign(),
                        row.record().part().name(),
                        row.record().fence())
                == 1;
    }

    private PartRecord find(Part part, PartRow before) throws SQLException {
        List<PartRow> found =
                session.query(PartSql.of(session.database()).find, PartRow::read, request.campaign(), part.name());
        return found.isEmpty() ? before.record() : found.get(0).record();
    }

    private void claimed(PartRecord record) {
        claims.add(new PartClaim(Claim.Kind.CLAIMED, record, campaign.untilNext()));
        rows.put(record.part().name(), new PartRow(0, Long.MAX_VALUE, record));
        campaign.takeNext();
        claimed++;
    }
}
