package io.github.alimsg.testing;

import io.github.alimsg.testing.receipts.Posted;
import org.jspecify.annotations.Nullable;

/** One body that {@link FakeReceipts} posted, and how it was answered. Immutable. */
public final class PostedReceipt {
    private final Posted posted;

    PostedReceipt(Posted posted) {
        this.posted = posted;
    }

    /**
     * What was posted.
     *
     * @return a JSON list of receipts
     */
    public String body() {
        return posted.body();
    }

    /**
     * How often it was posted so far.
     *
     * @return 1 for the first time
     */
    public int attempt() {
        return posted.attempt();
    }

    /**
     * The HTTP status of the answer.
     *
     * @return the status; 0 without an answer
     */
    public int status() {
        return posted.status();
    }

    /**
     * The body of the answer.
     *
     * @return its text; empty without an answer
     */
    public String answer() {
        return posted.answer();
    }

    /**
     * Whether the service would take the answer for consent.
     *
     * @return whether it is HTTP 200 in time and, for text messages, a JSON object whose {@code code} is a number
     */
    public boolean accepted() {
        return refusal() == null;
    }

    /**
     * Why the service would deliver the body again.
     *
     * @return the reason; null when it was accepted
     */
    public @Nullable String refusal() {
        return posted.refusal();
    }

    /** Shows neither body nor answer. */
    @Override
    public String toString() {
        return "PostedReceipt{attempt=" + attempt() + ", status=" + status()
                + (accepted() ? "" : ", refusal=" + refusal()) + "}";
    }
}
