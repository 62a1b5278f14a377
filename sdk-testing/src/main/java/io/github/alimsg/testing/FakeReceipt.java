package io.github.alimsg.testing;

import io.github.alimsg.testing.products.Receipt;

/**
 * One receipt, ready to be posted: what {@link FakeReceipts} makes of a message, or of what a person writes. Immutable.
 */
public final class FakeReceipt {
    private final Receipt receipt;

    FakeReceipt(Receipt receipt) {
        this.receipt = receipt;
    }

    Receipt receipt() {
        return receipt;
    }

    /** {@return the kind that it is posted with, such as {@code ChatAppStatus}} */
    public String kind() {
        return receipt.kind().name();
    }

    /** {@return its fields, a JSON object} May contain personal data. */
    public String body() {
        return receipt.json().toString();
    }

    /** Shows the kind only. */
    @Override
    public String toString() {
        return "FakeReceipt[" + kind() + "]";
    }
}
