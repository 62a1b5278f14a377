package io.github.alimsg.core.batch;

import io.github.alimsg.core.error.ServiceException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one recipient of a batch.
 *
 * @param <R> the recipient
 */
public final class Outcome<R> {
    private final R recipient;
    private final Status status;
    private final @Nullable String id;
    private final @Nullable String requestId;
    private final @Nullable RuntimeException failure;

    /** The four things that can become of a recipient. */
    public enum Status {
        /** The service took the message. Whether it arrives, a receipt tells. */
        ACCEPTED,
        /** The service refused the message for what it is or whom it is for. Nothing was sent; the same again is refused again. */
        REFUSED,
        /** The message may have gone out, or not. Look it up before sending it again. */
        UNKNOWN,
        /** Nothing was sent, and not because of this recipient: it can be given to the next batch as it is. */
        NOT_SENT
    }

    private Outcome(
            R recipient,
            Status status,
            @Nullable String id,
            @Nullable String requestId,
            @Nullable RuntimeException failure) {
        this.recipient = Objects.requireNonNull(recipient, "recipient");
        this.status = status;
        this.id = id;
        this.requestId = requestId;
        this.failure = failure;
    }

    /**
     * A recipient whose message was taken.
     *
     * @param recipient the recipient
     * @param id what the service calls the message or its part of the batch
     * @param requestId id of the request that carried it
     * @param <R> the recipient
     * @return the outcome
     */
    public static <R> Outcome<R> accepted(R recipient, @Nullable String id, @Nullable String requestId) {
        return new Outcome<>(recipient, Status.ACCEPTED, id, requestId, null);
    }

    /**
     * A recipient whom an answer names among those that failed.
     *
     * @param recipient the recipient
     * @param requestId id of the request that carried it
     * @param <R> the recipient
     * @return the outcome
     */
    public static <R> Outcome<R> refused(R recipient, @Nullable String requestId) {
        return new Outcome<>(recipient, Status.REFUSED, null, requestId, null);
    }

    /**
     * A recipient in a part that was refused.
     *
     * @param recipient the recipient
     * @param failure the refusal
     * @param <R> the recipient
     * @return the outcome
     */
    public static <R> Outcome<R> refused(R recipient, ServiceException failure) {
        return new Outcome<>(recipient, Status.REFUSED, null, failure.requestId(), failure);
    }

    /**
     * A recipient of whom an answer does not say enough.
     *
     * @param recipient the recipient
     * @param requestId id of the request that carried it
     * @param <R> the recipient
     * @return the outcome
     */
    public static <R> Outcome<R> unknown(R recipient, @Nullable String requestId) {
        return new Outcome<>(recipient, Status.UNKNOWN, null, requestId, null);
    }

    /**
     * A recipient in a part that may have arrived.
     *
     * @param recipient the recipient
     * @param failure what went wrong
     * @param <R> the recipient
     * @return the outcome
     */
    public static <R> Outcome<R> unknown(R recipient, RuntimeException failure) {
        return new Outcome<>(recipient, Status.UNKNOWN, null, requestId(failure), failure);
    }

    /**
     * A recipient to whom nothing was sent.
     *
     * @param recipient the recipient
     * @param failure what kept its part from being sent; null when it was not tried any more
     * @param <R> the recipient
     * @return the outcome
     */
    public static <R> Outcome<R> notSent(R recipient, @Nullable RuntimeException failure) {
        return new Outcome<>(recipient, Status.NOT_SENT, null, requestId(failure), failure);
    }

    private static @Nullable String requestId(@Nullable RuntimeException failure) {
        return failure instanceof ServiceException refusal ? refusal.requestId() : null;
    }

    /** {@return the recipient, as it was given} */
    public R recipient() {
        return recipient;
    }

    /** {@return what became of it} */
    public Status status() {
        return status;
    }

    /**
     * {@return what the service calls the message, or the part of the batch that it went in, as the sending method says;
     * null when it was not accepted, or the answer does not tell which id is whose}
     */
    public @Nullable String id() {
        return id;
    }

    /** {@return the id of the request that carried the recipient; null when there was no answer} */
    public @Nullable String requestId() {
        return requestId;
    }

    /**
     * {@return why it was not accepted, an {@link io.github.alimsg.core.error.SdkException} as a rule; null when it was,
     * when the answer names the recipient without a reason, and when it was not tried any more}
     */
    public @Nullable RuntimeException failure() {
        return failure;
    }

    /** Status and id, never the recipient. */
    @Override
    public String toString() {
        return "Outcome{" + status + (id == null ? "" : ", id=" + id)
                + (failure == null ? "" : ", failure=" + failure.getClass().getSimpleName()) + "}";
    }
}
