package io.github.alimsg.dysms.mainland.receipt;

import io.github.alimsg.receipts.Receipt;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.ReceiptFields;
import io.github.alimsg.receipts.ReceiptHandler;
import io.github.alimsg.receipts.UnknownReceipt;

/**
 * Hands on what Short Message Service in mainland China posts.
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
     * A dispatcher without handlers.
     *
     * @return a builder to give handlers to
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Each kind has an id or a state of its own. What it says, such as {@code content}, tells nothing: it may be absent
     * from a reply, and a report may repeat what was sent.
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

    /** Gives each kind of receipt its handler. */
    public static final class Builder extends ReceiptDispatcher.Builder<Builder> {
        private Builder() {
            super(DysmsMainlandReceipts::kind);
        }

        /**
         * What to do with reports on messages that were sent.
         *
         * @param handler what to do
         * @return this builder
         */
        public Builder onSmsReport(ReceiptHandler<? super SmsReport> handler) {
            return on(SmsReport.class, handler);
        }

        /**
         * What to do with messages that come in.
         *
         * @param handler what to do
         * @return this builder
         */
        public Builder onSmsUp(ReceiptHandler<? super SmsUp> handler) {
            return on(SmsUp.class, handler);
        }

        /**
         * What to do with reviews of signatures.
         *
         * @param handler what to do
         * @return this builder
         */
        public Builder onSignReport(ReceiptHandler<? super SignSmsReport> handler) {
            return on(SignSmsReport.class, handler);
        }

        /**
         * What to do with reviews of templates.
         *
         * @param handler what to do
         * @return this builder
         */
        public Builder onTemplateReport(ReceiptHandler<? super TemplateSmsReport> handler) {
            return on(TemplateSmsReport.class, handler);
        }
    }
}
