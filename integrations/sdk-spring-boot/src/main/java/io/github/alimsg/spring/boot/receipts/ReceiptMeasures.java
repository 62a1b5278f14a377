package io.github.alimsg.spring.boot.receipts;

import io.github.alimsg.receipts.Receipt;
import io.github.alimsg.receipts.ReceiptHandler;
import io.github.alimsg.receipts.SeenReceipts;

/** What is measured of receipts, without a type of Micrometer, which an application may not have. */
interface ReceiptMeasures {
    /** Measures nothing. */
    ReceiptMeasures NONE = new ReceiptMeasures() {
        @Override
        public <T extends Receipt> ReceiptHandler<T> handler(ReceiptHandler<T> handler) {
            return handler;
        }

        @Override
        public SeenReceipts seen(SeenReceipts seen) {
            return seen;
        }
    };

    /** Returns a handler that does the same and is measured. */
    <T extends Receipt> ReceiptHandler<T> handler(ReceiptHandler<T> handler);

    /** Returns a memory that does the same and is measured. */
    SeenReceipts seen(SeenReceipts seen);
}
