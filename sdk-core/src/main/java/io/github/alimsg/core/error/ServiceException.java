package io.github.alimsg.core.error;

import java.io.Serializable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The service replied with a failure: an HTTP error, or an error code inside HTTP 200.
 *
 * <p>Decide by {@link #kind()} or {@link #code()}, not by the HTTP status: the same code arrives with different ones.
 *
 * @serial exclude
 */
public class ServiceException extends SdkException {
    private static final long serialVersionUID = 1;

    private final Details error;

    /**
     * The content of an error reply, for the constructors.
     *
     * @param httpStatus HTTP status of the reply; business failures arrive with 200
     * @param code the service's error code; {@code HTTP-<status>} where the reply has none
     * @param kind category of the code
     * @param message the service's message without parameter values
     * @param requestId id of the request at the service
     * @param accessDenied details of a denial by RAM
     * @param helpUrl the vendor's page about this failure
     * @param rawBody the reply as it was received
     *
     * @serial exclude
     */
    public record Details(
            int httpStatus,
            String code,
            ErrorKind kind,
            @Nullable String message,
            @Nullable String requestId,
            @Nullable AccessDenied accessDenied,
            @Nullable URI helpUrl,
            String rawBody)
            implements Serializable {
        /**
         * The content of an error reply that names no page.
         *
         * @param httpStatus HTTP status of the reply
         * @param code the service's error code
         * @param kind category of the code
         * @param message the service's message without parameter values
         * @param requestId id of the request at the service
         * @param accessDenied details of a denial by RAM
         * @param rawBody the reply as it was received
         */
        public Details(
                int httpStatus,
                String code,
                ErrorKind kind,
                @Nullable String message,
                @Nullable String requestId,
                @Nullable AccessDenied accessDenied,
                String rawBody) {
            this(httpStatus, code, kind, message, requestId, accessDenied, null, rawBody);
        }

        @Override
        public String toString() {
            return code + " (HTTP " + httpStatus + ", " + kind + ")";
        }
    }

    /**
     * For the engine, and for tests of applications.
     *
     * @param operation the operation that was called
     * @param attempts how many times it was tried
     * @param error what the service said
     */
    public ServiceException(@Nullable String operation, int attempts, Details error) {
        super(operation, attempts, describe(error), null);
        this.error = error;
    }

    private static String describe(Details error) {
        var text = new StringBuilder(error.code());
        if (error.message() != null && !error.message().isBlank()) {
            text.append(": ").append(error.message());
        }
        text.append(" (HTTP ").append(error.httpStatus());
        if (error.requestId() != null) {
            text.append(", request id ").append(error.requestId());
        }
        if (error.accessDenied() != null && error.accessDenied().action() != null) {
            text.append(", denied action ").append(error.accessDenied().action());
        }
        return text.append(')').toString();
    }

    /**
     * {@return the service's error code, such as {@code isv.AMOUNT_NOT_ENOUGH}; {@code HTTP-502} for a reply without
     * one; its length, such as {@code <11 chars>}, if the code repeats what was sent}
     */
    public String code() {
        return error.code();
    }

    /** {@return the category of {@link #code()}} */
    public ErrorKind kind() {
        return error.kind();
    }

    /** {@return HTTP status of the reply} */
    public int httpStatus() {
        return error.httpStatus();
    }

    /** {@return the request id that the service assigned; give it to the vendor's support} */
    public @Nullable String requestId() {
        return error.requestId();
    }

    /** {@return the service's message} Values that the request sent are replaced by their length. */
    public @Nullable String serviceMessage() {
        return error.message();
    }

    /** {@return details of a denial by RAM} */
    public @Nullable AccessDenied accessDenied() {
        return error.accessDenied();
    }

    /**
     * {@return the vendor's page about this failure, which the gateway recommends; null when it names none} Always {@code
     * https}, at a host of {@code aliyun.com} or {@code alibabacloud.com}, and without anything that the request sent.
     */
    public @Nullable URI helpUrl() {
        return error.helpUrl();
    }

    /** {@return the reply as it was received} May repeat phone numbers and message text: keep it out of logs. */
    public String rawBody() {
        return error.rawBody();
    }

    @Override
    final boolean lastMayHaveTakenEffect() {
        return switch (error.kind()) {
            case THROTTLING -> false; // refused before any work was done, whatever the status
            case SERVER_FAULT, UNKNOWN -> true;
            default ->
                error.httpStatus() >= 500
                        || error.code().equals("SignatureNonceUsed"); // a copy of the request arrived before
        };
    }
}
