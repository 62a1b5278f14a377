package io.github.alimsg.once.store;

import org.jspecify.annotations.Nullable;

/**
 * What became of a part's request.
 *
 * @param request the outcome of the request
 * @param counts its recipients by outcome
 * @param details the outcomes of its recipients where they differ, in a form of its own, a few characters to some
 *     kilobytes of ASCII; null when all have the outcome of the request
 */
public record PartOutcome(
        KeyOutcome request, PartCounts counts, @Nullable String details) {}
