package io.github.alimsg.core.retry;

import io.github.alimsg.core.error.SdkException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that failed, as a {@link RetryPolicy} sees it.
 *
 * @param operation the operation as the service names it
 * @param effect what the operation does to the world
 * @param attempt the attempt's number, from 1
 * @param cause how it failed
 * @param failure what the caller would get; if the service replied with an error, a {@code ServiceException}, which has
 *     the error's code and kind
 * @param repeatedForSameCause how many times this call has already been repeated for the same cause
 * @param hint how long the service asks to wait; null when it does not say
 */
public record FailedAttempt(
        String operation,
        Effect effect,
        int attempt,
        Cause cause,
        SdkException failure,
        int repeatedForSameCause,
        @Nullable Duration hint) {

    /** How an attempt failed, for the decision to repeat. */
    public enum Cause {
        /** No byte was sent: the name lookup, the connection or TLS failed. */
        NOT_SENT,
        /** The request, or part of it, was sent, and no reply came. */
        UNANSWERED,
        /** Refused before any work was done, because of too many calls. */
        THROTTLED,
        /** The service failed; it may have acted on the call. */
        SERVER_FAULT,
        /** Refused because of the request's time; the clock has been corrected since. */
        CLOCK_SKEW,
        /** Refused because the credentials expired; they have been forgotten since. */
        CREDENTIALS_EXPIRED,
        /** Anything else: a repeat would fail in the same way. Policies are not asked. */
        FINAL
    }
}
