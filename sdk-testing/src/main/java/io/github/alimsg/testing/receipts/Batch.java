package io.github.alimsg.testing.receipts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.alimsg.testing.products.Receipt;
import io.github.alimsg.testing.products.ReceiptKind;
import java.util.ArrayList;
import java.util.List;

/** Receipts of one kind that travel in one body. */
record Batch(ReceiptKind kind, String body) {
    static List<Batch> of(List<Receipt> receipts, DeliverySettings how) {
        List<Receipt> ordered = how.arranged(receipts);
        List<Batch> batches = new ArrayList<>();
        for (int from = 0, to; from < ordered.size(); from = to) {
            ReceiptKind kind = ordered.get(from).kind();
            var body = JsonNodeFactory.instance.arrayNode();
            for (to = from; to < ordered.size() && to - from < how.perBody(); to++) {
                if (!ordered.get(to).kind().equals(kind)) {
                    break;
                }
                body.add(ordered.get(to).json());
            }
            batches.add(new Batch(kind, body.toString()));
        }
        return batches;
    }

    /** Shows no receipt. */
    @Override
    public String toString() {
        return "Batch[" + kind.name() + "]";
    }
}
