package io.github.alimsg.once.store;

/**
 * A part of a campaign: recipients next to each other in its source, who are sent to by one request. Fixed before
 * anything is sent.
 *
 * @param name the part within its campaign: a number such as {@code 7}, or a fraction of it such as {@code 7.0}; digits
 *     and dots, at most 64 characters
 * @param first the position of its first recipient in the source, from 0
 * @param last the position of its last recipient
 * @param fingerprint the fingerprint of its request
 */
public record Part(String name, long first, long last, String fingerprint) {
    /** {@return how many recipients it has} */
    public int size() {
        return Math.toIntExact(last - first + 1);
    }
}
