package io.github.alimsg.core.error;

import io.github.alimsg.core.internal.encoding.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not succeed. One of:
 *
 * <ul>
 *   <li>{@link ServiceException}: the service replied with a failure
 *   <li>{@link TransportException}: there was no reply; {@link TransportException#delivery()} says whether the request
 *       was sent
 *   <li>{@link MalformedResponseException}: the reply cannot be understood
 *   <li>{@link CredentialsException}: there are no credentials to sign with
 *   <li>{@link CallInterruptedException}: the calling thread was interrupted
 *   <li>{@link GuardedException}: the application's own guard refused a recipient
 * </ul>
 *
 * <p>Failures of earlier attempts of the same call are in {@link #getSuppressed()}. Messages never contain parameter
 * values, credentials or signatures. They are one line: control and format characters are escaped.
 *
 * @serial exclude
 */
public abstract class SdkException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final @Nullable String operation;
    private final int attempts;

    SdkException(@Nullable String operation, int attempts, String message, @Nullable Throwable cause) {
        super(VisibleText.of(operation == null ? message : operation + ": " + message), cause);
        this.operation = operation;
        this.attempts = attempts;
    }

    /** {@return the operation that was called, as the service names it; null outside of a call} */
    public @Nullable String operation() {
        return operation;
    }

    /**
     * {@return whether the service may have acted on the call, in any of its attempts} If so, look it up before sending
     * it again.
     */
    public final boolean mayHaveTakenEffect() {
        if (lastMayHaveTakenEffect()) {
            return true;
        }
        for (Throwable earlier : getSuppressed()) {
            if (earlier instanceof SdkException failure && failure.lastMayHaveTakenEffect()) {
                return true;
            }
        }
        return false;
    }

    /** The same for the last attempt only. */
    abstract boolean lastMayHaveTakenEffect();

    /**
     * {@return how many times the request was tried, this failure included; 0 when it failed before the first
     * attempt}
     */
    public int attempts() {
        return attempts;
    }
}
