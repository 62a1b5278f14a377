package io.github.alimsg.core.error;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a refusing answer says, for the constructors of {@link ServiceException}.
 *
 * @param httpStatus HTTP status of the answer; business failures arrive with 200
 * @param code the service's error code; {@code HTTP-<status>} where the answer has none
 * @param kind category of the code
 * @param message the service's message without parameter values
 * @param requestId id of the request at the service
 * @param accessDenied details of a denial by RAM
 * @param rawBody the answer as it came
 *
 * @serial exclude
 */
public record ServiceError(
        int httpStatus,
        String code,
        ErrorKind kind,
        @Nullable String message,
        @Nullable String requestId,
        @Nullable AccessDenied accessDenied,
        String rawBody)
        implements Serializable {

    @Override
    public String toString() {
        return code + " (HTTP " + httpStatus + ", " + kind + ")";
    }
}
