package io.github.alimsg.once.store;

import io.github.alimsg.once.store.KeyStore.Finish;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A part in memory: its record, and what no record shows. The store's lock guards it. */
final class StoredPart {
    private PartRecord record;
    private Instant leaseUntil = Instant.EPOCH;
    private Instant updatedAt;

    StoredPart(String campaign, Part part, Instant now) {
        this.record = PartRecord.builder(campaign, part, KeyState.NEW)
                .fence(KeyStore.firstFence())
                .build();
        this.updatedAt = now;
    }

    PartRecord record() {
        return record;
    }

    Part part() {
        return record.part();
    }

    boolean isSendable(Instant now) {
        return switch (record.state()) {
            case NEW -> true;
            case NOT_SENT -> !record.isSplit() && isDue(now);
            case CLAIMED -> leaseUntil.isBefore(now);
            default -> false;
        };
    }

    boolean isToLookUp(Instant now) {
        return record.state() == KeyState.UNKNOWN && isDue(now);
    }

    private boolean isDue(Instant now) {
        Instant notBefore = record.notBefore();
        return notBefore == null || !notBefore.isAfter(now);
    }

    boolean isSettledBefore(Instant moment) {
        return updatedAt.isBefore(moment)
                && switch (record.state()) {
                    case ACCEPTED, REFUSED, NOT_SENT -> true;
                    default -> false;
                };
    }

    void claim(Instant now, Instant leaseUntil) {
        this.leaseUntil = leaseUntil;
        change(
                now,
                with(KeyState.CLAIMED)
                        .fence(record.fence() + 1)
                        .attempts(record.attempts() + 1)
                        .outcome(null)
                        .counts(PartCounts.NONE)
                        .details(null)
                        .notBefore(null));
    }

    /** A part that is too large: nothing is ever sent for it. */
    void split(Instant now) {
        change(now, with(KeyState.NOT_SENT).isSplit(true));
    }

    boolean mark(Instant now, long fence, Mark mark, @Nullable String details) {
        if (record.fence() != fence || !record.state().isInProgress()) {
            return false;
        }
        leaseUntil = now.plusMillis(mark.leaseMillis());
        change(now, with(KeyState.SENDING).ownId(mark.ownId()).details(details).sentAt(now));
        return true;
    }

    Finish finish(Instant now, long fence, PartOutcome outcome, boolean isSplit) {
        KeyState state = outcome.request().state();
        if (record.fence() != fence) {
            if (record.note() == null || state != KeyState.ACCEPTED && state != KeyState.UNKNOWN) {
                return Finish.SUPERSEDED;
            }
            change(now, with(record.state()).lateOutcome(state));
            return Finish.LATE;
        }
        if (record.state() == state
                || !record.state().isInProgress() && !record.state().isOpen()) {
            return Finish.KNOWN;
        }
        change(
                now,
                with(state)
                        .outcome(outcome.request())
                        .counts(outcome.counts())
                        .details(outcome.details())
                        .notBefore(outcome.request().notBefore())
                        .isSplit(isSplit));
        return Finish.RECORDED;
    }

    void giveUpSender(Instant now) {
        if (record.state() == KeyState.SENDING && leaseUntil.isBefore(now)) {
            change(now, with(KeyState.UNKNOWN).lookUps(0));
        }
    }

    void lookedUp(Instant now, long fence, @Nullable Duration nextIn) {
        if (record.fence() == fence && record.state() == KeyState.UNKNOWN) {
            change(
                    now,
                    with(nextIn == null ? KeyState.UNDECIDED : KeyState.UNKNOWN)
                            .lookUps(record.lookUps() + 1)
                            .notBefore(nextIn == null ? null : now.plus(nextIn)));
        }
    }

    boolean release(Instant now, Duration minimum, String why) {
        Instant sentAt = record.sentAt();
        boolean safe = record.state() == KeyState.REFUSED && !record.isSplit()
                || record.state().isOpen()
                        && (sentAt == null || sentAt.plus(minimum).isBefore(now));
        if (safe) {
            change(
                    now,
                    with(KeyState.NEW)
                            .fence(record.fence() + 1)
                            .notBefore(null)
                            .outcome(null)
                            .counts(PartCounts.NONE)
                            .details(null)
                            .note(why));
        }
        return safe;
    }

    private PartRecord.Builder with(KeyState state) {
        return record.toBuilder().state(state);
    }

    private void change(Instant now, PartRecord.Builder changed) {
        record = changed.build();
        updatedAt = now;
    }
}
