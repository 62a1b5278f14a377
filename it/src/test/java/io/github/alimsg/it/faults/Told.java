package io.github.alimsg.it.faults;

import org.jspecify.annotations.Nullable;

/**
 * What a caller was told of one call.
 *
 * @param kind how it ended, in a word or two
 * @param answered whether it was told that the call succeeded
 * @param excluded whether it was told that the service cannot have acted on the call
 * @param echo the id that the answer speaks of; null without one
 * @param thrown what was thrown; null when nothing was
 */
record Told(
        String kind,
        boolean answered,
        boolean excluded,
        @Nullable String echo,
        @Nullable Throwable thrown) {
    /** Told by anything but what callers are promised. */
    static final String LOST = "anything else (lost)";

    static Told answer(@Nullable String echo) {
        return new Told("answered", true, false, echo, null);
    }

    static Told failure(String kind, boolean excluded, Throwable thrown) {
        return new Told(kind, false, excluded, null, thrown);
    }
}
