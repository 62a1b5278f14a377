package io.github.alimsg.testing.products;

import java.time.Duration;
import java.util.List;

/**
 * A kind of receipt.
 *
 * @param name the vendor's name of it
 * @param pauses how long the service waits before each time that it delivers a refused body again
 * @param acceptedByCode whether the answer must be a JSON object with a number in {@code code}; else HTTP 200 is enough
 */
public record ReceiptKind(String name, List<Duration> pauses, boolean acceptedByCode) {}
