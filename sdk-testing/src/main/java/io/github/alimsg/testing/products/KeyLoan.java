package io.github.alimsg.testing.products;

import java.util.Map;
import java.util.function.Function;

/**
 * An operation that lends temporary keys which open queues.
 *
 * @param operation its name
 * @param queueParameter the parameter that names the only queue that a key opens; without it, a key opens all
 * @param fields the fields of its reply
 */
public record KeyLoan(String operation, String queueParameter, Function<LentKey, Map<String, ?>> fields) {}
