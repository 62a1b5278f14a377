package io.github.alimsg.core.error;

import org.jspecify.annotations.Nullable;

/**
 * A reply that cannot be understood: not JSON, truncated, of other types than documented, or larger than the client
 * accepts. The service may have acted on the call.
 *
 * @serial exclude
 */
public final class MalformedResponseException extends SdkException {
    private static final long serialVersionUID = 1;

    private final int httpStatus;
    private final String rawBody;

    /**
     * For the engine, and for tests of applications.
     *
     * @param operation the operation that was called
     * @param attempts how many times it was tried
     * @param httpStatus HTTP status of the reply
     * @param message what is wrong with it
     * @param rawBody the reply as it was received; empty when it was too large to keep
     * @param cause the underlying failure
     */
    public MalformedResponseException(
            @Nullable String operation,
            int attempts,
            int httpStatus,
            String message,
            String rawBody,
            @Nullable Throwable cause) {
        super(operation, attempts, message + " (HTTP " + httpStatus + ")", cause);
        this.httpStatus = httpStatus;
        this.rawBody = rawBody;
    }

    /** {@return HTTP status of the reply} */
    public int httpStatus() {
        return httpStatus;
    }

    /** {@return the reply as it was received} May repeat phone numbers and message text: keep it out of logs. */
    public String rawBody() {
        return rawBody;
    }

    @Override
    boolean lastMayHaveTakenEffect() {
        return true;
    }
}
