package io.github.alimsg.spring.boot.receipts;

import io.github.alimsg.micrometer.ReceiptMeters;
import io.github.alimsg.receipts.Receipt;
import io.github.alimsg.receipts.ReceiptHandler;
import io.github.alimsg.receipts.SeenReceipts;
import org.springframework.beans.factory.ListableBeanFactory;

/** Measures receipts by the application's registry. Micrometer, or our module for it, may be missing. */
final class MeteredReceipts implements ReceiptMeasures {
    private final ReceiptMeters meters;

    private MeteredReceipts(ReceiptMeters meters) {
        this.meters = meters;
    }

    /** Returns what measures, or nothing where there is no registry. */
    static ReceiptMeasures of(ListableBeanFactory beans) {
        ReceiptMeters meters = beans.getBeanProvider(ReceiptMeters.class).getIfAvailable();
        return meters == null ? ReceiptMeasures.NONE : new MeteredReceipts(meters);
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
