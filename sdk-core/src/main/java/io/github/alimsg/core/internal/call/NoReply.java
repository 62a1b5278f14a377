package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.ResponseTooLargeException;
import io.github.alimsg.core.internal.reply.Failure;
import io.github.alimsg.core.retry.FailedAttempt.Cause;
import org.jspecify.annotations.Nullable;

/**
 * The failures of attempts that got no reply, or none that can be read. Once a request was sent, its effect is then
 * unknown.
 */
public final class NoReply {
    private final String operation;
    private final Attempts attempts;

    /**
     * Creates the failures of a call or an upload.
     *
     * @param operation what was called
     * @param attempts its attempts
     */
    public NoReply(String operation, Attempts attempts) {
        this.operation = operation;
        this.attempts = attempts;
    }

    /** The calling thread was interrupted before anything of the attempt was sent. */
    SdkException interrupted(InterruptedException e) {
        return attempts.interrupted(operation, Delivery.NOT_SENT, e);
    }

    /** What was thrown, as a failure of the call. */
    SdkException ended(Throwable thrown, boolean mayHaveBeenSent) {
        return thrown instanceof SdkException known
                ? known
                : attempts.notAnswered(
                        operation,
                        mayHaveBeenSent ? Delivery.UNKNOWN : Delivery.NOT_SENT,
                        "the call was ended by " + thrown.getClass().getName(),
                        thrown);
    }

    Failure notSent(String reason, @Nullable Throwable cause) {
        return Failure.unrepeatable(attempts.notAnswered(operation, Delivery.NOT_SENT, reason, cause), false);
    }

    /** The exchange failed. Throws the exception that ends the call if its thread was interrupted. */
    public Failure unanswered(HttpFailure failure) {
        if (Thread.currentThread().isInterrupted()) {
            throw attempts.interrupted(operation, failure.delivery(), failure);
        }
        boolean sent = failure.delivery() == Delivery.UNKNOWN;
        return new Failure(
                sent ? Cause.UNANSWERED : Cause.NOT_SENT,
                attempts.notAnswered(operation, failure.delivery(), String.valueOf(failure.getMessage()), failure),
                null,
                sent);
    }

    Failure tooLarge(ResponseTooLargeException e) {
        return Failure.unrepeatable(
                new MalformedResponseException(
                        operation, attempts.number(), e.status(), String.valueOf(e.getMessage()), "", e),
                true);
    }

    /** The reply arrived but could not be read. */
    public Failure unreadable(Throwable e) {
        String message = "the reply could not be read: " + e.getClass().getName();
        return Failure.unrepeatable(attempts.notAnswered(operation, Delivery.UNKNOWN, message, e), true);
    }
}
