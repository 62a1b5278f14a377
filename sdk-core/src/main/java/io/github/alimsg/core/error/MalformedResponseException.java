package io.github.alimsg.core.error;

import org.jspecify.annotations.Nullable;

/**
 * An answer that cannot be understood: not JSON, cut, of other types than documented, or larger than the client
 * accepts. The service may have acted on the call.
 *
 * @serial exclude
 */
public final class MalformedResponseException extends SdkException {
    private static final long serialVersionUID = 1;

    private final int httpStatus;
    private final String rawBody;

    /**
     * Made by the engine, and by tests of applications.
     *
     * @param operation the operation that was called
     * @param attempts how many times it was tried
     * @param httpStatus HTTP status of the answer
     * @param message what is wrong with it
     * @param rawBody the answer as it came; empty when it was too large to keep
     * @param cause the failure underneath
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

    /** {@return HTTP status of the answer} */
    public int httpStatus() {
        return httpStatus;
    }

    /** {@return the answer as it came} May repeat phone numbers and message text: keep it out of logs. */
    public String rawBody() {
        return rawBody;
    }

    @Override
    boolean lastMayHaveTakenEffect() {
        return true;
    }
}
