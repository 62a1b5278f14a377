package io.github.alimsg.testing.receipts;

import io.github.alimsg.testing.products.ReceiptKind;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How receipts are delivered.
 *
 * @param kinds which; the others stay
 * @param seed chooses the order; null for that of the calls
 * @param copies how often each is delivered
 * @param perBody how many are in a body at most
 * @param patience how long an answer may take
 */
public record DeliverySettings(
        Set<ReceiptKind> kinds, @Nullable Long seed, int copies, int perBody, Duration patience) {}
