package io.github.alimsg.spring.boot.receipts;

import io.github.alimsg.micrometer.ReceiptMeters;
import io.github.alimsg.receipts.Receipt;
import io.github.alimsg.receipts.ReceiptHandler;
import io.github.alimsg.receipts.SeenReceipts;
import io.micrometer.core.instrument.MeterRegistry;

/** Measures receipts by the application's registry. Micrometer may be missing. */
final class MeteredReceipts implements ReceiptMeasures {
    private final ReceiptMeters meters;

    private MeteredReceipts(ReceiptMeters meters) {
        this.meters = meters;
    }

    static ReceiptMeters meters(MeterRegistry registry) {
        return new ReceiptMeters(registry);
    }

    static ReceiptMeasures measures(ReceiptMeters meters) {
        return new MeteredReceipts(meters);
    }

    @Override
    public <T extends Receipt> ReceiptHandler<T> handler(ReceiptHandler<T> handler) {
        return meters.timed(handler);
    }

    @Override
    public SeenReceipts seen(SeenReceipts seen) {
        return meters.counted(seen);
    }
}
