package io.github.alimsg.queue;

import io.github.alimsg.receipts.ReceiptHandler;
import java.util.Random;
import java.util.function.Consumer;

/** Throws one time in twenty, the same times in each run. */
final class FailingHandler implements ReceiptHandler<TestReceipts.TestReceipt> {
    private static final double FAIL = 0.05;

    private final Random random = new Random(18);
    private final Consumer<String> handled;

    FailingHandler(Consumer<String> handled) {
        this.handled = handled;
    }

    @Override
    public void handle(TestReceipts.TestReceipt receipt) {
        if (random.nextDouble() < FAIL) { // atomic
            throw new IllegalStateException("one in twenty");
        }
        handled.accept(receipt.id());
    }
}
