package io.github.alimsg.testing.receipts;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A body that was posted, and how it was answered.
 *
 * @param delivery what was posted where, and how often so far
 * @param status the HTTP status of the answer; 0 without one
 * @param answer the answer's body; empty without one
 * @param refusal why the service would deliver the body again; null when it was accepted
 */
public record Posted(
        Delivery delivery,
        int status,
        String answer,
        @Nullable String refusal) {
    /** The body. */
    public String body() {
        return delivery.batch().body();
    }

    /** How often it was posted so far. */
    public int attempt() {
        return delivery.attempts();
    }

    /** The kind of its receipts. */
    public String kind() {
        return delivery.batch().kind().name();
    }

    /** Where it was posted. */
    public URI target() {
        return delivery.target();
    }

    /** How long the service waits before it delivers the body again; null when it does not. */
    public @Nullable Duration pause() {
        return refusal == null ? null : delivery.pause();
    }

    /** Shows neither body nor answer. */
    @Override
    public String toString() {
        return "Posted[attempt=" + attempt() + ", status=" + status + "]";
    }
}
