package io.github.alimsg.once.store;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a key's request.
 *
 * @param state {@code ACCEPTED}, {@code REFUSED}, {@code NOT_SENT} or {@code UNKNOWN}
 * @param messageId the service's id of the message; null when none is known
 * @param requestId the id of the request; null when none is known
 * @param code the service's code, or the name of a failure; null when it was accepted
 * @param notBefore from when on it may be sent again; null for at once
 */
public record KeyOutcome(
        KeyState state,
        @Nullable String messageId,
        @Nullable String requestId,
        @Nullable String code,
        @Nullable Instant notBefore) {
    /**
     * Checks the state.
     *
     * @param state {@code ACCEPTED}, {@code REFUSED}, {@code NOT_SENT} or {@code UNKNOWN}
     * @param messageId the service's id of the message; null when none is known
     * @param requestId the id of the request; null when none is known
     * @param code the service's code, or the name of a failure; null when it was accepted
     * @param notBefore from when on it may be sent again; null for at once
     * @throws IllegalArgumentException when the state is another
     */
    public KeyOutcome {
        switch (Objects.requireNonNull(state, "state")) {
            case ACCEPTED, REFUSED, NOT_SENT, UNKNOWN -> {}
            default -> throw new IllegalArgumentException(state + " is not the outcome of a request");
        }
    }

    /**
     * A request that the service accepted.
     *
     * @param messageId the service's id of the message
     * @param requestId the id of the request
     * @return the outcome
     */
    public static KeyOutcome accepted(@Nullable String messageId, @Nullable String requestId) {
        return new KeyOutcome(KeyState.ACCEPTED, messageId, requestId, null, null);
    }

    /**
     * A request that failed.
     *
     * @param state what that means
     * @param code the service's code, or the name of the failure
     * @return the outcome
     */
    public static KeyOutcome failed(KeyState state, String code) {
        return new KeyOutcome(state, null, null, code, null);
    }
}
