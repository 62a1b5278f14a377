package io.github.alimsg.dysms.international.receipt;

import io.github.alimsg.receipts.Receipt;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.ReceiptFields;
import io.github.alimsg.receipts.ReceiptHandler;
import io.github.alimsg.receipts.UnknownReceipt;

/**
 * Dispatches the receipts of international Short Message Service.
 *
 * <pre>{@code
 * ReceiptDispatcher receipts = DysmsInternationalReceipts.builder()
 *         .onGlobeReport(report -> orders.update(report.taskId(), report.status()))
 *         .build();
 *
 * ReceiptResponse response = receipts.handle(body);   // status(), contentType(), body()
 * }</pre>
 */
public final class DysmsInternationalReceipts {
    private DysmsInternationalReceipts() {}

    /**
     * Returns a builder without handlers.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Each names its status by a different field. */
    private static Receipt kind(ReceiptFields fields) {
        if (fields.has("SendStatus") && fields.has("BizId")) {
            return new MainlandReport(fields);
        }
        return fields.has("Status") && fields.has("MessageId") ? new GlobeReport(fields) : new UnknownReceipt(fields);
    }

    /** Sets a handler for each kind of receipt. */
    public static final class Builder extends ReceiptDispatcher.Builder<Builder> {
        private Builder() {
            super(DysmsInternationalReceipts::kind);
        }

        /**
         * Sets the handler of reports on messages to other countries.
         *
         * @param handler the handler
         * @return this builder
         */
        public Builder onGlobeReport(ReceiptHandler<? super GlobeReport> handler) {
            return on(GlobeReport.class, handler);
        }

        /**
         * Sets the handler of reports on messages to mainland China.
         *
         * @param handler the handler
         * @return this builder
         */
        public Builder onMainlandReport(ReceiptHandler<? super MainlandReport> handler) {
            return on(MainlandReport.class, handler);
        }
    }
}
