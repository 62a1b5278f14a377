package io.github.alimsg.once.store;

import org.jspecify.annotations.Nullable;

/**
 * What is written down just before a signed request may leave.
 *
 * @param ownId the own id that is sent with it; null when there is none
 * @param ownIdDerived whether the own id was made of the key
 * @param template the template's code; null for free text
 * @param leaseMillis how long the sender may need until it writes the outcome
 */
public record Mark(
        @Nullable String ownId,
        boolean ownIdDerived,
        @Nullable String template,
        long leaseMillis) {
    /** Shows nothing: an own id may be personal. */
    @Override
    public String toString() {
        return "Mark[]";
    }
}
