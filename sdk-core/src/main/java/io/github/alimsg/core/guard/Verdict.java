package io.github.alimsg.core.guard;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a {@link SendGuard} says about a message. */
public final class Verdict {
    private static final Verdict PASS = new Verdict(null, null);

    private final @Nullable String reason;
    private final @Nullable Runnable whenNotSent;

    private Verdict(@Nullable String reason, @Nullable Runnable whenNotSent) {
        this.reason = reason;
        this.whenNotSent = whenNotSent;
    }

    /** {@return a verdict that lets the message through} */
    public static Verdict pass() {
        return PASS;
    }

    /**
     * Lets the message through, and wants to know if it was not sent after all: another recipient of the request was
     * refused, the service refused it, or it never left. After an unknown outcome it is not told.
     *
     * @param whenNotSent what to do then, at most once, on the calling thread; what it throws changes nothing
     * @return the verdict
     */
    public static Verdict pass(Runnable whenNotSent) {
        return new Verdict(null, Objects.requireNonNull(whenNotSent));
    }

    /**
     * Refuses the message.
     *
     * @param reason why, for the exception's message: nothing personal
     * @return the verdict
     */
    public static Verdict refuse(String reason) {
        return new Verdict(Objects.requireNonNull(reason), null);
    }

    /** {@return whether the message may be sent} */
    public boolean isPass() {
        return reason == null;
    }

    /** {@return why it may not; null when it may} */
    public @Nullable String reason() {
        return reason;
    }

    /** Says that a message that was let through was not sent. Called by whoever asked the guard. */
    public void notSent() {
        if (whenNotSent != null) {
            whenNotSent.run();
        }
    }

    @Override
    public String toString() {
        return reason == null ? "pass" : "refuse: " + reason;
    }
}
