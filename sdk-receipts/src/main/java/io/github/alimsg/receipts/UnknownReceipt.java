package io.github.alimsg.receipts;

import java.util.List;

/**
 * A receipt of a kind that this version of the SDK does not know: {@link #raw} and {@link #rawJson} return its content.
 */
public final class UnknownReceipt extends Receipt {
    /**
     * Called by the products.
     *
     * @param fields its fields
     */
    public UnknownReceipt(ReceiptFields fields) {
        super(fields, List.of(), List.of());
    }
}
