package io.github.alimsg.testing.gateway;

import org.jspecify.annotations.Nullable;

/**
 * Why a call was refused, for the developer of the caller.
 *
 * @param reason a sentence; no secret, no personal data
 * @param expected what the gateway would have signed; null when the signature is not to blame
 * @param received what the caller signed; null when that can't be found out
 */
public record Diagnosis(
        String reason, @Nullable String expected, @Nullable String received) {
    static Diagnosis of(String reason) {
        return new Diagnosis(reason, null, null);
    }

    /** Shows the reason only: what was signed has personal data. */
    @Override
    public String toString() {
        return reason;
    }
}
