package io.github.alimsg.testing.receipts;

import org.jspecify.annotations.Nullable;

/**
 * A body that was posted, and how it was answered.
 *
 * @param body the body
 * @param attempt how often it was posted so far
 * @param status the HTTP status of the answer; 0 without one
 * @param answer the answer's body; empty without one
 * @param refusal why the service would deliver the body again; null when it was accepted
 */
public record Posted(
        String body,
        int attempt,
        int status,
        String answer,
        @Nullable String refusal) {
    /** Shows neither body nor answer. */
    @Override
    public String toString() {
        return "Posted[attempt=" + attempt + ", status=" + status + "]";
    }
}
