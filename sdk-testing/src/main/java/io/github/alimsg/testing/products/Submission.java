package io.github.alimsg.testing.products;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An accepted call, as its messages share it.
 *
 * @param operation what was called
 * @param parameters those of the call, by name
 * @param requestId the id in its reply; empty without one
 * @param at when the call was received
 * @param sequence its number among all requests
 * @param templateError the error that its template is to blame for; null when it fits
 */
public record Submission(
        String operation,
        Map<String, String> parameters,
        String requestId,
        Instant at,
        long sequence,
        @Nullable String templateError) {

    /** Shows nothing that may be personal. */
    @Override
    public String toString() {
        return "Submission[" + operation + "]";
    }
}
