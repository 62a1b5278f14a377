package io.github.alimsg.once.store;

/**
 * The sums over the parts of a campaign that have the same state. Split parts do not count.
 *
 * @param state the state
 * @param parts how many parts
 * @param recipients how many recipients they have
 * @param counts the recipients by outcome, of those parts that have one
 */
public record PartTotals(KeyState state, long parts, long recipients, PartCounts counts) {}
