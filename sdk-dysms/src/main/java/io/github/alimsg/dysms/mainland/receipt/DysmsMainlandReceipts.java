package io.github.alimsg.dysms.mainland.receipt;

import io.github.alimsg.receipts.Receipt;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.ReceiptFields;
import io.github.alimsg.receipts.ReceiptHandler;
import io.github.alimsg.receipts.UnknownReceipt;

/**
 * Dispatches the receipts of Short Message Service in mainland China.
 *
 * <pre>{@code
 * ReceiptDispatcher receipts = DysmsMainlandReceipts.builder()
 *         .onSmsReport(report -> orders.update(report.outId(), report.errorCode()))
 *         .onSmsUp(message -> inbox.add(message))
 *         .build();
 *
 * ReceiptResponse response = receipts.handle(body);   // status(), contentType(), body()
 * }</pre>
 */
public final class DysmsMainlandReceipts {
    private DysmsMainlandReceipts() {}

    /**
     * Returns a builder without handlers.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Each kind has its own id or state. Content cannot distinguish them: a person's reply may lack it, and a report
     * may repeat what was sent.
     */
    private static Receipt kind(ReceiptFields fields) {
        if (fields.has("biz_id") && (fields.has("success") || fields.has("err_code") || fields.has("report_time"))) {
            return new SmsReport(fields);
        }
        if (fields.has("sequence_id") || fields.has("dest_code")) {
            return new SmsUp(fields);
        }
        if (fields.has("template_status")) {
            return new TemplateSmsReport(fields);
        }
        if (fields.has("sign_status")) {
            return new SignSmsReport(fields);
        }
        boolean reply = fields.has("content") && fields.has("phone_number") && !fields.has("biz_id");
        return reply ? new SmsUp(fields) : new UnknownReceipt(fields);
    }

    /** Sets a handler for each kind of receipt. */
    public static final class Builder extends ReceiptDispatcher.Builder<Builder> {
        private Builder() {
            super(DysmsMainlandReceipts::kind);
        }

        /**
         * Sets the handler of reports on sent messages.
         *
         * @param handler the handler
         * @return this builder
         */
        public Builder onSmsReport(ReceiptHandler<? super SmsReport> handler) {
            return on(SmsReport.class, handler);
        }

        /**
         * Sets the handler of inbound messages.
         *
         * @param handler the handler
         * @return this builder
         */
        public Builder onSmsUp(ReceiptHandler<? super SmsUp> handler) {
            return on(SmsUp.class, handler);
        }

        /**
         * Sets the handler of reviews of signatures.
         *
         * @param handler the handler
         * @return this builder
         */
        public Builder onSignReport(ReceiptHandler<? super SignSmsReport> handler) {
            return on(SignSmsReport.class, handler);
        }

        /**
         * Sets the handler of reviews of templates.
         *
         * @param handler the handler
         * @return this builder
         */
        public Builder onTemplateReport(ReceiptHandler<? super TemplateSmsReport> handler) {
            return on(TemplateSmsReport.class, handler);
        }
    }
}
