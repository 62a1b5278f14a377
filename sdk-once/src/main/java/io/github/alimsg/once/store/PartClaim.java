package io.github.alimsg.once.store;

import java.time.Duration;
import java.util.List;

/**
 * The answer to the claim of one part.
 *
 * @param kind what became of it
 * @param record the part's record, after the claim
 * @param delay for a claimed part, how long to wait until it may be sent, from now on; else zero
 */
public record PartClaim(Claim.Kind kind, PartRecord record, Duration delay) {
    /**
     * What is claimed.
     *
     * @param campaign the campaign
     * @param parts the parts in the order of the source; a store tries one after the other
     * @param most how many may be claimed at most; the store stops when it has claimed as many
     * @param owner who claims, for people who look at the store
     * @param leaseMillis for how long nobody else may claim a part, counted from the moment at which it may be sent
     */
    public record Request(String campaign, List<Part> parts, int most, String owner, long leaseMillis) {}
}
