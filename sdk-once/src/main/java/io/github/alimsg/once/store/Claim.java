package io.github.alimsg.once.store;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a claim.
 *
 * @param kind what became of it
 * @param record the key's record, after the claim
 */
public record Claim(Kind kind, KeyRecord record) {
    /** What became of a claim. */
    public enum Kind {
        /** The key is the claimant's: it may mark and send. */
        CLAIMED,
        /** The key is somebody else's, has an outcome, or may not be sent yet. */
        TAKEN,
        /** The key stands for another request. */
        REUSED
    }

    /**
     * What is claimed.
     *
     * @param key the key
     * @param operation the operation that will send it
     * @param fingerprint the fingerprint of the request; null when it is not to be compared
     * @param owner who claims, for people who look at the store
     * @param leaseMillis for how long nobody else may claim it
     */
    public record Request(
            String key, String operation, @Nullable String fingerprint, String owner, long leaseMillis) {
        /** Shows the operation, never the key. */
        @Override
        public String toString() {
            return "Request[" + operation + "]";
        }
    }
}
