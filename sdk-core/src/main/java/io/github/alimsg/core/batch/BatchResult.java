package io.github.alimsg.core.batch;

import io.github.alimsg.core.batch.Outcome.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of every recipient of a batch: each stands in exactly one of {@link #accepted()}, {@link #refused()},
 * {@link #unknown()} and {@link #notSent()}.
 *
 * <p>A batch is cut into parts, in order. Each part is a call of its own with the client's timeout, one after the other,
 * below the documented calls per second even when the client's pacing is off. A part that is refused for its recipients
 * or its contents is {@code refused()}, and the next part is sent. Any other failure ends the batch, since it would hit
 * the next part as well, or nobody knows what it did: a lost answer, a server fault, throttling that outlasts the
 * repeats, credentials, permissions, the account's balance. The recipients not reached are {@code notSent()}. An
 * interrupt ends a batch likewise, with the thread's flag set.
 *
 * <p>An {@link io.github.alimsg.core.error.SdkException} comes only when nothing was sent to anyone: the first failure,
 * with those of further parts suppressed. As soon as something was sent, or may have been, there is a result, also when
 * an interceptor throws an {@link Error}: it is the cause of {@link #stoppedBy()} then.
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
     * A result. Made by the helpers that send batches, and by tests of applications.
     *
     * @param outcomes one for each recipient, in the order in which they were given
     * @param stoppedBy what ended the batch early; null when every part was tried
     * @param <R> a recipient
     * @return the result
     */
    public static <R> BatchResult<R> of(List<Outcome<R>> outcomes, @Nullable RuntimeException stoppedBy) {
        return new BatchResult<>(outcomes, stoppedBy);
    }

    /** {@return every recipient with what became of it, in the order in which they were given} */
    public List<Outcome<R>> outcomes() {
        return outcomes;
    }

    /** {@return those whose message the service took} */
    public List<R> accepted() {
        return recipients(Status.ACCEPTED);
    }

    /** {@return whether the service took every message} */
    public boolean allAccepted() {
        return count(Status.ACCEPTED) == outcomes.size();
    }

    /** {@return those whose message the service refused; nothing was sent to them, and the same again is refused again} */
    public List<R> refused() {
        return recipients(Status.REFUSED);
    }

    /** {@return those whose message may have gone out: look them up before sending again} */
    public List<R> unknown() {
        return recipients(Status.UNKNOWN);
    }

    /** {@return those to whom nothing was sent because the batch ended early: send to them again} */
    public List<R> notSent() {
        return recipients(Status.NOT_SENT);
    }

    /**
     * {@return what ended the batch before every part was tried; null when nothing did} A
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

    /** How many of each; never a recipient. */
    @Override
    public String toString() {
        return "BatchResult{accepted=" + count(Status.ACCEPTED) + ", refused=" + count(Status.REFUSED) + ", unknown="
                + count(Status.UNKNOWN) + ", notSent=" + count(Status.NOT_SENT)
                + (stoppedBy == null
                        ? ""
                        : ", stoppedBy=" + stoppedBy.getClass().getSimpleName()) + "}";
    }
}
