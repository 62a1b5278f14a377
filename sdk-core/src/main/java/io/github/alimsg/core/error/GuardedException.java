package io.github.alimsg.core.error;

import org.jspecify.annotations.Nullable;

/**
 * A {@link io.github.alimsg.core.guard.SendGuard} refused recipients of the call, or failed itself: it is then the
 * cause. Nothing was sent to anyone.
 *
 * @serial exclude
 */
public final class GuardedException extends SdkException {
    private static final long serialVersionUID = 1;

    private final int refused;
    private final int recipients;
    private final @Nullable String reason;

    /**
     * For the engine, and for tests of applications.
     *
     * @param operation the operation that was called
     * @param refused how many recipients the guard refused
     * @param recipients how many the call has
     * @param reason why the guard refused the first of them; null when it failed
     * @param cause what the guard threw; null when it refused
     */
    public GuardedException(
            @Nullable String operation,
            int refused,
            int recipients,
            @Nullable String reason,
            @Nullable Throwable cause) {
        super(operation, 0, message(refused, recipients, reason, cause), cause);
        this.refused = refused;
        this.recipients = recipients;
        this.reason = reason;
    }

    private static String message(int refused, int recipients, @Nullable String reason, @Nullable Throwable cause) {
        return cause == null
                ? "the guard refused " + refused + " of " + recipients + " recipients: " + reason + " (NOT_SENT)"
                : "the guard failed: " + cause.getClass().getName() + " (NOT_SENT)";
    }

    /** {@return how many recipients the guard refused; 0 when it failed} Never which. */
    public int refused() {
        return refused;
    }

    /** {@return how many recipients the call has} */
    public int recipients() {
        return recipients;
    }

    /** {@return why the guard refused the first of them; null when it failed} */
    public @Nullable String reason() {
        return reason;
    }

    @Override
    boolean lastMayHaveTakenEffect() {
        return false;
    }
}
