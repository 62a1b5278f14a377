package io.github.alimsg.once.campaign;

import io.github.alimsg.core.intercept.CallJournal;
import io.github.alimsg.core.intercept.CallResult;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.once.store.Mark;
import io.github.alimsg.once.store.PartRecord;
import io.github.alimsg.once.store.PartStore;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Marks the part in the store before each signature of its request may leave. */
final class PartJournal implements CallJournal {
    /** How old a mark may be when the first byte leaves. By both clocks: one stands still while a machine is suspended. */
    private static final Duration MAX_MARK_AGE = Duration.ofSeconds(30);

    /** What a call may take beyond its timeout until its outcome is written. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final PartStore store;
    private final PartRecord record;
    private final TimeSource time;
    private final Duration lease;
    private final @Nullable String ownId;
    private final Function<Call, @Nullable String> detailsOf;
    private @Nullable Mark mark;
    private @Nullable String details;
    private boolean isMarked;
    private boolean isLost;
    private @Nullable RuntimeException storeFailure;
    private long markedAtNanos;
    private Instant markedAt = Instant.EPOCH;

    /**
     * Begins the journal of a part.
     *
     * @param context has the clock
     * @param store where parts are kept
     * @param record the part, as it was claimed
     * @param ownId the own id of its request; null when there is none
     * @param detailsOf says who is not in the request
     */
    PartJournal(
            CampaignContext context,
            PartStore store,
            PartRecord record,
            @Nullable String ownId,
            Function<Call, @Nullable String> detailsOf) {
        this.store = store;
        this.record = record;
        this.time = context.time();
        this.lease = context.lease();
        this.ownId = ownId;
        this.detailsOf = detailsOf;
    }

    /** Ends a call whose part somebody else has, without a trace. */
    private static final class NotOurs extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotOurs() {
            super("the part is not this sender's", null, false, false);
        }
    }

    @Override
    public @Nullable String written(Call call) {
        if (mark != null) {
            throw new IllegalStateException("a part is one request, and this is a second one; it was not sent");
        }
        Duration least = call.timeout().plus(MARGIN);
        mark = new Mark(ownId, ownId != null, null, (least.compareTo(lease) > 0 ? least : lease).toMillis());
        details = detailsOf.apply(call);
        return null;
    }

    @Override
    public void signed() {
        markedAtNanos = time.nanoTime();
        markedAt = time.instant();
        boolean isOurs;
        try {
            isOurs = mark != null && store.mark(record.campaign(), record.part().name(), record.fence(), mark, details);
        } catch (RuntimeException e) {
            storeFailure = e;
            throw e;
        }
        if (!isOurs) {
            isLost = true;
            throw new NotOurs();
        }
        isMarked = true;
    }

    @Override
    public boolean mayLeave() {
        return time.nanoTime() - markedAtNanos < MAX_MARK_AGE.toNanos()
                && Duration.between(markedAt, time.instant()).abs().compareTo(MAX_MARK_AGE) < 0;
    }

    @Override
    public void answered(CallResult result, @Nullable String messageId) {}

    @Override
    public void failed(Throwable failure) {}

    /** Whether a request may have left. */
    boolean isMarked() {
        return isMarked;
    }

    /** Whether the part is somebody else's by now; the last request was not sent. */
    boolean isLost() {
        return isLost;
    }

    /** Why the last mark could not be written; its request was not sent. Null when all were. */
    @Nullable
    RuntimeException storeFailure() {
        return storeFailure;
    }
}
