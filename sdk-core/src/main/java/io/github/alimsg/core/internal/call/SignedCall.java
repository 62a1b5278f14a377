package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;

/**
 * A signed request, and what decides how long its signature holds.
 *
 * @param call the request
 * @param credentials who signed
 * @param signedAt when, by the clock
 * @param signedAtNanos when, by the clock that nobody sets
 */
record SignedCall(HttpRequest call, Credentials credentials, Instant signedAt, long signedAtNanos) {
    /** The gateway takes a time for 15 minutes; one is kept back for the way and for clocks that differ. */
    private static final Duration WINDOW = Duration.ofMinutes(14);

    /** Whether the gateway can tell the same bytes from a new request: it knows nonces of signed requests alone. */
    boolean isReplayable(TimeSource time) {
        Instant end = credentials.expiration();
        return !credentials.isAnonymous()
                && time.nanoTime() - signedAtNanos < WINDOW.toNanos()
                && (end == null || time.instant().isBefore(end));
    }

    /** The same bytes once more. */
    SignedCall replay(Duration timeout) {
        return new SignedCall(call.replay(timeout), credentials, signedAt, signedAtNanos);
    }
}
