package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * A signed request, and what limits the validity of its signature.
 *
 * @param call the request
 * @param credentials who signed
 * @param signedAt when, by the wall clock
 * @param signedAtNanos when, by the monotonic clock
 */
record SignedCall(HttpRequest call, Credentials credentials, Instant signedAt, long signedAtNanos) {
    /**
     * The gateway accepts a timestamp for 15 minutes; one minute is reserved for transfer and for clock differences.
     */
    private static final Duration WINDOW = Duration.ofMinutes(14);

    /** Whether the gateway can tell the same bytes from a new request: it remembers nonces only of signed requests. */
    boolean isReplayable(TimeSource time) {
        Instant end = credentials.expiration();
        return !credentials.isAnonymous()
                && time.nanoTime() - signedAtNanos < WINDOW.toNanos()
                && (end == null || time.instant().isBefore(end));
    }

    /** The same request, which is sent only if that is still right when its first byte is about to leave. */
    SignedCall onlyIf(BooleanSupplier mayLeave) {
        return new SignedCall(call.toBuilder().onlyIf(mayLeave).build(), credentials, signedAt, signedAtNanos);
    }

    /** The request to send the same bytes again. */
    SignedCall replay(Duration timeout) {
        return new SignedCall(call.replay(timeout), credentials, signedAt, signedAtNanos);
    }
}
