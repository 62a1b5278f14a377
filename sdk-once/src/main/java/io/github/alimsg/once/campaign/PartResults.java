package io.github.alimsg.once.campaign;

import io.github.alimsg.once.campaign.OutcomeRuns.Single;
import io.github.alimsg.once.store.KeyOutcome;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.PartCounts;
import io.github.alimsg.once.store.PartOutcome;
import io.github.alimsg.once.store.PartRecord;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From the outcomes of recipients to the outcome of their part, and back. */
final class PartResults {
    private PartResults() {}

    /** The outcome of a part by those of its recipients: as one that was accepted, if any was. */
    static PartOutcome of(List<Single> all, @Nullable String requestId, @Nullable Instant notBefore) {
        PartCounts counts = PartCounts.NONE;
        for (Single each : all) {
            counts = counts.plus(counts(each.state(), 1));
        }
        KeyState state = counts.accepted() > 0
                ? KeyState.ACCEPTED
                : counts.unknown() > 0 ? KeyState.UNKNOWN : counts.notSent() > 0 ? KeyState.NOT_SENT : KeyState.REFUSED;
        Single first =
                all.stream().filter(each -> each.state() == state).findFirst().orElseThrow();
        var request = new KeyOutcome(state, first.messageId(), requestId, first.code(), notBefore);
        return new PartOutcome(request, counts, OutcomeRuns.write(all, first));
    }

    static PartCounts counts(KeyState state, long recipients) {
        return switch (state) {
            case ACCEPTED -> new PartCounts(recipients, 0, 0, 0);
            case REFUSED -> new PartCounts(0, recipients, 0, 0);
            case NOT_SENT -> new PartCounts(0, 0, recipients, 0);
            default -> new PartCounts(0, 0, 0, recipients);
        };
    }

    /** The outcomes of a part's recipients, as far as the store knows. */
    static List<Single> singles(PartRecord record) {
        if (record.details() == null) {
            KeyOutcome outcome = record.outcome();
            var same = outcome == null || outcome.state() != record.state()
                    ? new Single(record.state(), null, null)
                    : new Single(record.state(), outcome.messageId(), outcome.code());
            return Collections.nCopies(record.part().size(), same);
        }
        return OutcomeRuns.read(Objects.requireNonNull(record.details())).stream()
                .map(each -> each.state() == KeyState.SENDING ? new Single(record.state(), null, null) : each)
                .toList();
    }

    /** The outcome of a part of which it turned out that its request was accepted. */
    static PartOutcome accepted(PartRecord record, @Nullable String messageId) {
        List<Single> all = singles(record).stream()
                .map(each -> each.state().isOpen() || each.state().isInProgress()
                        ? new Single(KeyState.ACCEPTED, messageId, null)
                        : each)
                .toList();
        return of(all, null, null);
    }
}
