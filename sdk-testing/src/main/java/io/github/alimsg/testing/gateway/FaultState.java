package io.github.alimsg.testing.gateway;

/**
 * A fault that is on.
 *
 * @param rule the fault, with the calls that it has left
 * @param applied how many calls got it so far
 */
public record FaultState(FaultRule rule, long applied) {}
