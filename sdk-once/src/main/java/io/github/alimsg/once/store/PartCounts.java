package io.github.alimsg.once.store;

/**
 * How many recipients of a request have each outcome.
 *
 * @param accepted accepted by the service
 * @param refused refused by the service or by a check before
 * @param notSent not sent, for a reason other than the message
 * @param unknown perhaps sent
 */
public record PartCounts(long accepted, long refused, long notSent, long unknown) {
    /** Nobody. */
    public static final PartCounts NONE = new PartCounts(0, 0, 0, 0);

    /**
     * Adds counts.
     *
     * @param other the others
     * @return the sums
     */
    public PartCounts plus(PartCounts other) {
        return new PartCounts(
                accepted + other.accepted, refused + other.refused, notSent + other.notSent, unknown + other.unknown);
    }

    /** {@return all} */
    public long total() {
        return accepted + refused + notSent + unknown;
    }
}
