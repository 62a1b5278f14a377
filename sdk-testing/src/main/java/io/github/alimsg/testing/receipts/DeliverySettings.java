package io.github.alimsg.testing.receipts;

import io.github.alimsg.testing.products.Receipt;
import io.github.alimsg.testing.products.ReceiptKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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
        Set<ReceiptKind> kinds, @Nullable Long seed, int copies, int perBody, Duration patience) {

    /** Receipts in the order and as often as they are delivered. */
    List<Receipt> arranged(List<Receipt> receipts) {
        List<Receipt> arranged = new ArrayList<>();
        for (Receipt receipt : receipts) {
            arranged.addAll(Collections.nCopies(copies, receipt));
        }
        if (seed != null) {
            Collections.shuffle(arranged, new Random(seed));
        }
        return arranged;
    }
}
