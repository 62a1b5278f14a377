package io.github.alimsg.core.batch;

import io.github.alimsg.core.batch.Outcome.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of every recipient of a batch: each is in exactly one of {@link #accepted()}, {@link #refused()}, {@link
 * #unknown()} and {@link #notSent()}.
 *
 * <p>A batch is split into parts, in order. Each part is a separate call with the client's timeout. Calls are made one
 * after the other, below the documented calls per second even when the client's pacing is off. The recipients of a part
 * that is refused because of its recipients or contents are {@code refused()}, and the next part is sent. It is sent
 * after a used-up quota too, since that may be one number's: the recipients of the part are {@code notSent()}. Any other
 * failure ends the batch, since it would hit the next part too, or its effect is unknown: a lost reply, a server error,
 * throttling that outlasts the repeats, credentials, permissions, the account's balance. The remaining recipients are
 * {@code notSent()}. An interrupt also ends a batch; the thread's interrupt flag stays set.
 *
 * <p>A {@link io.github.alimsg.core.guard.SendGuard} is asked about each recipient, just before its part is sent. Those
 * whom it refuses are {@code refused()}, and the part is sent without them.
 *
 * <p>An {@link io.github.alimsg.core.error.SdkException} is thrown only when nothing was sent to anyone: the first
 * failure, with those of later parts suppressed. As soon as something was sent, or may have been, there is a result,
 * even when an interceptor throws an {@link Error}: it is then the cause of {@link #stoppedBy()}.
 *
 * <p>Recipients that a check of the application refused before anything was sent are {@code refused()}, too. They have
 * no part in the calls.
 *
 * <p>{@code notSent()} can be given to the next batch as it is; {@code unknown()} must not be.
 *
 * @param <R> a recipient
 */
public final class BatchResult<R> {
    private final List<Outcome<R>> outcomes;
    private final @Nullable RuntimeException stoppedBy;

    private BatchResult(List<Outcome<R>> outcomes, @Nullable RuntimeException stoppedBy) {
        this.outcomes = List.copyOf(outcomes);
        this.stoppedBy = stoppedBy;
    }

    /**
     * Creates a result. For the helpers that send batches, and for tests of applications.
     *
     * @param outcomes one for each recipient, in the order in which they were given
     * @param stoppedBy what ended the batch early; null when every part was tried
     * @param <R> a recipient
     * @return the result
     */
    public static <R> BatchResult<R> of(List<Outcome<R>> outcomes, @Nullable RuntimeException stoppedBy) {
        return new BatchResult<>(outcomes, stoppedBy);
    }

    /** {@return every recipient with its outcome, in the order given} */
    public List<Outcome<R>> outcomes() {
        return outcomes;
    }

    /** {@return the recipients whose message the service accepted} */
    public List<R> accepted() {
        return recipients(Status.ACCEPTED);
    }

    /** {@return whether the service accepted every message} */
    public boolean allAccepted() {
        return count(Status.ACCEPTED) == outcomes.size();
    }

    /**
     * {@return the recipients whose message the service or a guard refused; nothing was sent to them, and the same message
     * would be refused again}
     */
    public List<R> refused() {
        return recipients(Status.REFUSED);
    }

    /** {@return the recipients whose message may have been sent: look them up before sending again} */
    public List<R> unknown() {
        return recipients(Status.UNKNOWN);
    }

    /**
     * {@return the recipients to whom nothing was sent because the batch ended early, or because a quota is used up: send
     * to them again} Over a quota, {@link io.github.alimsg.core.error.QuotaException#retryNotBefore()} of the outcome's
     * failure says when.
     */
    public List<R> notSent() {
        return recipients(Status.NOT_SENT);
    }

    /**
     * {@return the failure that ended the batch before every part was tried; null when there was none} A
     * {@link io.github.alimsg.core.error.CallInterruptedException} after an interrupt.
     */
    public @Nullable RuntimeException stoppedBy() {
        return stoppedBy;
    }

    private List<R> recipients(Status status) {
        return outcomes.stream()
                .filter(outcome -> outcome.status() == status)
                .map(Outcome::recipient)
                .toList();
    }

    private long count(Status status) {
        return outcomes.stream().filter(outcome -> outcome.status() == status).count();
    }

    /** Shows how many there are of each, never a recipient. */
    @Override
    public String toString() {
        return "BatchResult{accepted=" + count(Status.ACCEPTED) + ", refused=" + count(Status.REFUSED) + ", unknown="
                + count(Status.UNKNOWN) + ", notSent=" + count(Status.NOT_SENT)
                + (stoppedBy == null
                        ? ""
                        : ", stoppedBy=" + stoppedBy.getClass().getSimpleName()) + "}";
    }
}
