package io.github.alimsg.testing;

import io.github.alimsg.testing.receipts.Posted;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A body that {@link FakeReceipts} posted, with the response it got. Immutable. */
public final class PostedReceipt {
    private final Posted posted;

    PostedReceipt(Posted posted) {
        this.posted = posted;
    }

    Posted posted() {
        return posted;
    }

    /**
     * Returns the kind of its receipts.
     *
     * @return such as {@code ChatAppStatus}
     */
    public String kind() {
        return posted.kind();
    }

    /**
     * Returns where it was posted.
     *
     * @return the URL
     */
    public URI target() {
        return posted.target();
    }

    /**
     * Returns how long the service waits until it posts the body again.
     *
     * @return the time from this attempt to the next; null when it was accepted, and when the service gives up
     */
    public @Nullable Duration pause() {
        return posted.pause();
    }

    /**
     * Returns what was posted.
     *
     * @return a JSON list of receipts
     */
    public String body() {
        return posted.body();
    }

    /**
     * Returns how often it was posted so far.
     *
     * @return 1 for the first time
     */
    public int attempt() {
        return posted.attempt();
    }

    /**
     * Returns the HTTP status of the response.
     *
     * @return the status; 0 without a response
     */
    public int status() {
        return posted.status();
    }

    /**
     * Returns the body of the response.
     *
     * @return its text; empty without a response
     */
    public String answer() {
        return posted.answer();
    }

    /**
     * Returns whether the service would take the response as acceptance.
     *
     * @return whether it is HTTP 200 in time and, for text messages, a JSON object whose {@code code} is a number
     */
    public boolean accepted() {
        return refusal() == null;
    }

    /**
     * Returns why the service would deliver the body again.
     *
     * @return the reason; null when it was accepted
     */
    public @Nullable String refusal() {
        return posted.refusal();
    }

    /** Shows neither body nor response. */
    @Override
    public String toString() {
        return "PostedReceipt{attempt=" + attempt() + ", status=" + status()
                + (accepted() ? "" : ", refusal=" + refusal()) + "}";
    }
}
