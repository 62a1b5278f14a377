package io.github.alimsg.dysms.receipt;

import io.github.alimsg.receipts.Receipt;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.ReceiptFields;
import io.github.alimsg.receipts.ReceiptHandler;
import io.github.alimsg.receipts.UnknownReceipt;

/**
 * Hands on what international Short Message Service posts.
 *
 * <pre>{@code
 * ReceiptDispatcher receipts = DysmsReceipts.builder()
 *         .onGlobeReport(report -> orders.update(report.taskId(), report.status()))
 *         .build();
 *
 * ReceiptResponse response = receipts.handle(body);   // status(), contentType(), body()
 * }</pre>
 */
public final class DysmsReceipts {
    private DysmsReceipts() {}

    /**
     * A dispatcher without handlers.
     *
     * @return a builder to give handlers to
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Either names its state by another field. */
    private static Receipt kind(ReceiptFields fields) {
        if (fields.has("SendStatus") && fields.has("BizId")) {
            return new MainlandReport(fields);
        }
        return fields.has("Status") && fields.has("MessageId") ? new GlobeReport(fields) : new UnknownReceipt(fields);
    }

    /** Gives each kind of receipt its handler. */
    public static final class Builder extends ReceiptDispatcher.Builder<Builder> {
        private Builder() {
            super(DysmsReceipts::kind);
        }

        /**
         * What to do with reports on messages to other countries.
         *
         * @param handler what to do
         * @return this builder
         */
        public Builder onGlobeReport(ReceiptHandler<? super GlobeReport> handler) {
            return on(GlobeReport.class, handler);
        }

        /**
         * What to do with reports on messages to mainland China.
         *
         * @param handler what to do
         * @return this builder
         */
        public Builder onMainlandReport(ReceiptHandler<? super MainlandReport> handler) {
            return on(MainlandReport.class, handler);
        }
    }
}
