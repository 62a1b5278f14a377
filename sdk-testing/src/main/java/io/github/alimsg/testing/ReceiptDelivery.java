package io.github.alimsg.testing;

import io.github.alimsg.testing.products.Products;
import io.github.alimsg.testing.products.ReceiptKind;
import io.github.alimsg.testing.receipts.DeliverySettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How {@link FakeReceipts} deliver: by default everything, once, in order, each receipt in a separate body. */
public final class ReceiptDelivery {
    private Set<ReceiptKind> kinds = Products.receiptKinds();
    private @Nullable Long seed;
    private int copies = 1;
    private int perBody = 1;
    private Duration patience = Duration.ofSeconds(3);

    ReceiptDelivery() {}

    DeliverySettings settings() {
        return new DeliverySettings(kinds, seed, copies, perBody, patience);
    }

    /**
     * Delivers only some kinds, since each kind may have its own URL; the others are kept for later.
     *
     * @param kinds {@code ChatAppStatus}, {@code ChatAppInbound}, {@code SmsReport}, {@code SmsUp}, {@code
     *     GlobeSmsReport}
     * @return these settings
     * @throws IllegalArgumentException when there is no such kind
     */
    public ReceiptDelivery only(String... kinds) {
        this.kinds = Arrays.stream(kinds).map(Products::receiptKind).collect(Collectors.toUnmodifiableSet());
        return this;
    }

    /**
     * Delivers out of order, as may happen.
     *
     * @param seed chooses the order; the same seed gives the same
     * @return these settings
     */
    public ReceiptDelivery shuffled(long seed) {
        this.seed = seed;
        return this;
    }

    /**
     * Delivers each receipt a second time, as may happen, right after the first or wherever shuffling puts it.
     *
     * @return these settings
     */
    public ReceiptDelivery twice() {
        this.copies = 2;
        return this;
    }

    /**
     * Puts several receipts of a kind into one body, as the service does when there are many.
     *
     * @param receipts how many at most; at least 1
     * @return these settings
     * @throws IllegalArgumentException when it is less
     */
    public ReceiptDelivery inBatchesOf(int receipts) {
        if (receipts < 1) {
            throw new IllegalArgumentException("a body has at least 1 receipt, not " + receipts);
        }
        this.perBody = receipts;
        return this;
    }

    /**
     * Sets how long to wait for a response, in real time. Default: 3 seconds, which is documented for CAMS.
     *
     * @param patience longer than zero
     * @return these settings
     * @throws IllegalArgumentException when it is not
     */
    public ReceiptDelivery answerWithin(Duration patience) {
        if (patience.isZero() || patience.isNegative()) {
            throw new IllegalArgumentException("an answer takes longer than " + patience);
        }
        this.patience = patience;
        return this;
    }
}
