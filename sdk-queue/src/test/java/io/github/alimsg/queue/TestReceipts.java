package io.github.alimsg.queue;

import io.github.alimsg.receipts.Receipt;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.ReceiptFields;
import io.github.alimsg.receipts.ReceiptHandler;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Receipts of a product that is for tests: each has an id. */
final class TestReceipts extends ReceiptDispatcher.Builder<TestReceipts> {
    private TestReceipts() {
        super(TestReceipt::new);
    }

    /** A receipt with an id. */
    static final class TestReceipt extends Receipt {
        private TestReceipt(ReceiptFields fields) {
            super(fields, List.of("id"), List.of("id"));
        }

        String id() {
            return String.valueOf(fields().text("id"));
        }
    }

    static ReceiptDispatcher dispatcher(ReceiptHandler<TestReceipt> handler) {
        return builder(handler).build();
    }

    static TestReceipts builder(ReceiptHandler<TestReceipt> handler) {
        return new TestReceipts().on(TestReceipt.class, handler);
    }

    /** The receipt as queues have it: one JSON object in Base64. */
    static String body(String id) {
        return Base64.getEncoder().encodeToString(("{\"id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8));
    }
}
