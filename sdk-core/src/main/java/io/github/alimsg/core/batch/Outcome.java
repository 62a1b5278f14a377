package io.github.alimsg.core.batch;

import io.github.alimsg.core.error.ServiceException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one recipient of a batch.
 *
 * @param <R> the recipient
 */
public final class Outcome<R> {
    private final R recipient;
    private final Status status;
    private final @Nullable String id;
    private final @Nullable String requestId;
    private final @Nullable RuntimeException failure;

    /** The four possible outcomes. */
    public enum Status {
        /** The service accepted the message. A receipt tells whether it arrives. */
        ACCEPTED,
        /**
         * The service refused the message because of its contents or its recipient, or a guard or a check of the
         * application did.
         * Nothing was sent; the same message would be refused again.
         */
        REFUSED,
        /** The message may or may not have been sent. Look it up before sending it again. */
        UNKNOWN,
        /**
         * Nothing was sent, for a reason other than the message: it can be given to the next batch as it is, if there is a
         * {@link io.github.alimsg.core.error.QuotaException}, when its time has passed.
         */
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
     * A recipient whose message was accepted.
     *
     * @param recipient the recipient
     * @param id the service's id of the message or of its part of the batch
     * @param requestId id of the request that carried it
     * @param <R> the recipient
     * @return the outcome
     */
    public static <R> Outcome<R> accepted(R recipient, @Nullable String id, @Nullable String requestId) {
        return new Outcome<>(recipient, Status.ACCEPTED, id, requestId, null);
    }

    /**
     * A recipient that a response lists as failed.
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
     * A recipient in a part that was refused, or one that was refused before anything was sent.
     *
     * @param recipient the recipient
     * @param failure the refusal
     * @param <R> the recipient
     * @return the outcome
     */
    public static <R> Outcome<R> refused(R recipient, RuntimeException failure) {
        return new Outcome<>(recipient, Status.REFUSED, null, requestId(failure), failure);
    }

    /**
     * A recipient about whom a response does not say enough.
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
     * @param failure why its part was not sent; null when it was never tried
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

    /** {@return the outcome} */
    public Status status() {
        return status;
    }

    /**
     * {@return the service's id of the message, or of its part of the batch, as the sending method says; null when it
     * was not accepted, or the response does not tell which id belongs to whom}
     */
    public @Nullable String id() {
        return id;
    }

    /** {@return the id of the request that carried the recipient; null when there was no reply} */
    public @Nullable String requestId() {
        return requestId;
    }

    /**
     * {@return why it was not accepted, usually an {@link io.github.alimsg.core.error.SdkException}; null when it was
     * accepted, when the response names the recipient without a reason, and when it was never tried}
     */
    public @Nullable RuntimeException failure() {
        return failure;
    }

    /** Shows status and id, never the recipient. */
    @Override
    public String toString() {
        return "Outcome{" + status + (id == null ? "" : ", id=" + id)
                + (failure == null ? "" : ", failure=" + failure.getClass().getSimpleName()) + "}";
    }
}
