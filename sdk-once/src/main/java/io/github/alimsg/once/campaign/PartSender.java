package io.github.alimsg.once.campaign;

import io.github.alimsg.core.batch.Batch;
import io.github.alimsg.core.batch.Outcome;
import io.github.alimsg.core.error.Disposition;
import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.error.GuardedException;
import io.github.alimsg.core.error.QuotaException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.guard.OutgoingMessage;
import io.github.alimsg.core.intercept.CallJournal;
import io.github.alimsg.once.campaign.OutcomeRuns.Single;
import io.github.alimsg.once.store.KeyOutcome;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.PartOutcome;
import io.github.alimsg.once.store.PartRecord;
import io.github.alimsg.once.store.PartStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends one claimed part in one call. */
final class PartSender<R> {
    private final CampaignContext context;
    private final PartStore store;
    private final Batch<R> batch;
    private final RecipientKeys<R> keys;

    PartSender(CampaignContext context, PartStore store, Batch<R> batch, RecipientKeys<R> keys) {
        this.context = context;
        this.store = store;
        this.batch = batch;
        this.keys = keys;
    }

    /**
     * What became of a part.
     *
     * @param outcome what is to be written; null when the part is somebody else's by now
     * @param failure what went wrong; null when nothing did
     * @param endsRun whether the failure would hit other parts too
     * @param isUnexpected whether the failure is none of the call, and is thrown to whoever runs the campaign
     */
    record Result(@Nullable PartOutcome outcome, @Nullable Throwable failure, boolean endsRun, boolean isUnexpected) {
        /** Whether the service refused the request, because of its recipients or contents. */
        boolean isRefusedByItsRecipients() {
            return outcome != null
                    && outcome.request().state() == KeyState.REFUSED
                    && failure instanceof ServiceException refusal
                    && (refusal.kind() == ErrorKind.VALIDATION || refusal.kind() == ErrorKind.RECIPIENT);
        }
    }

    /** The own id of a part: made of its name and used for nothing else; null when the operation has none. */
    @Nullable
    String ownId(PartRecord record) {
        return batch.ownId() == null
                ? null
                : context.ownIdOf()
                        .apply(record.campaign() + "/" + record.part().name());
    }

    /** Sends. Never throws. */
    Result send(LoadedPart<R> part, PartRecord record) {
        List<@Nullable Single> known = new ArrayList<>();
        List<R> recipients = new ArrayList<>();
        String ownId = ownId(record);
        var journal = new PartJournal(context, store, record, ownId, call -> details(part, known, recipients, call));
        try {
            known.addAll(refused(part));
            for (int i = 0; i < known.size(); i++) {
                if (known.get(i) == null) {
                    recipients.add(part.recipients().get(i));
                }
            }
            if (recipients.isEmpty()) {
                return new Result(outcome(known, List.of(), null), null, false, false);
            }
            Batch.PartResult<R> result = batch.sendPart(recipients, ownId, options -> options.journal(journal));
            if (journal.isLost() || journal.storeFailure() != null) {
                return withoutMark(part, journal);
            }
            return new Result(
                    outcome(known, result.outcomes(), result.failure()),
                    result.failure(),
                    result.endsBatch() && result.disposition() != Disposition.UNKNOWN,
                    false);
        } catch (Throwable e) { // the application's code may throw anything
            if (journal.isLost() || journal.storeFailure() != null) {
                return withoutMark(part, journal);
            }
            KeyState state = journal.isMarked() ? KeyState.UNKNOWN : KeyState.NOT_SENT;
            return new Result(all(part, state, e.getClass().getSimpleName()), e, true, true);
        }
    }

    /** The engine signs again only what did nothing: without a mark for the last signature, nothing was sent. */
    private Result withoutMark(LoadedPart<R> part, PartJournal journal) {
        RuntimeException failure = journal.storeFailure();
        return failure == null
                ? new Result(null, null, false, false)
                : new Result(all(part, KeyState.NOT_SENT, failure.getClass().getSimpleName()), failure, true, true);
    }

    /** The outcome of a part all of whose recipients have the same. */
    static PartOutcome all(LoadedPart<?> part, KeyState state, String code) {
        int size = part.recipients().size();
        return new PartOutcome(KeyOutcome.failed(state, code), PartResults.counts(state, size), null);
    }

    /** Who is not sent to, with the outcome; null for the others, who have their keys then. */
    private List<@Nullable Single> refused(LoadedPart<R> part) {
        List<@Nullable Single> all = new ArrayList<>();
        var refused = new BitSet();
        for (int i = 0; i < part.recipients().size(); i++) {
            all.add(refusal(part, i));
            refused.set(i, all.get(i) != null);
        }
        keys.takenByOthers(part, refused).stream()
                .forEach(i -> all.set(i, new Single(KeyState.REFUSED, null, "KnownRecipient")));
        return all;
    }

    private @Nullable Single refusal(LoadedPart<R> part, int index) {
        if (part.repeated().get(index)) {
            return new Single(KeyState.REFUSED, null, "RepeatedRecipient");
        }
        RuntimeException refusal = batch.refusal(part.recipients().get(index));
        return refusal == null
                ? null
                : new Single(KeyState.REFUSED, null, refusal.getClass().getSimpleName());
    }

    private PartOutcome outcome(
            List<@Nullable Single> known, List<Outcome<R>> outcomes, @Nullable RuntimeException failure) {
        Iterator<Outcome<R>> next = outcomes.iterator();
        List<Single> all = known.stream()
                .map(refused -> refused != null || !next.hasNext() ? refusedOr(refused) : single(next.next()))
                .toList();
        String requestId = outcomes.stream()
                .map(Outcome::requestId)
                .filter(id -> id != null)
                .findFirst()
                .orElse(null);
        Instant notBefore = failure instanceof QuotaException quota ? quota.retryNotBefore() : null;
        return PartResults.of(all, requestId, notBefore);
    }

    private static Single refusedOr(@Nullable Single refused) {
        return refused == null ? new Single(KeyState.UNKNOWN, null, null) : refused;
    }

    private static Single single(Outcome<?> outcome) {
        RuntimeException failure = outcome.failure();
        String code = failure == null
                ? null
                : failure instanceof ServiceException refusal
                        ? refusal.code()
                        : failure.getClass().getSimpleName();
        KeyState state = switch (outcome.status()) {
            case ACCEPTED -> KeyState.ACCEPTED;
            case REFUSED -> failure instanceof GuardedException ? KeyState.NOT_SENT : KeyState.REFUSED;
            case UNKNOWN -> KeyState.UNKNOWN;
            case NOT_SENT -> KeyState.NOT_SENT;
        };
        return new Single(state, outcome.id(), code);
    }

    /** Who is not in the request: known before, or refused by the guard. Null when everybody is in it. */
    private @Nullable String details(
            LoadedPart<R> part, List<@Nullable Single> known, List<R> recipients, CallJournal.Call call) {
        if (call.messageCount() == part.recipients().size()) {
            return null;
        }
        var inRequest = new Single(KeyState.SENDING, null, null);
        var guarded = new Single(KeyState.NOT_SENT, null, GuardedException.class.getSimpleName());
        Iterator<OutgoingMessage> offered =
                batch.describe(recipients).messages().iterator();
        Iterator<OutgoingMessage> left = call.messages().iterator();
        String next = left.hasNext() ? left.next().to() : null;
        List<Single> all = new ArrayList<>();
        for (Single refused : known) {
            if (refused != null) {
                all.add(refused);
            } else if (offered.next().to().equals(next)) {
                all.add(inRequest);
                next = left.hasNext() ? left.next().to() : null;
            } else {
                all.add(guarded);
            }
        }
        return OutcomeRuns.write(all, inRequest);
    }
}
