package io.github.alimsg.cams.receipt;

import io.github.alimsg.receipts.Receipt;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.ReceiptFields;
import io.github.alimsg.receipts.ReceiptHandler;
import io.github.alimsg.receipts.UnknownReceipt;

/**
 * Hands on what Chat App Message Service posts.
 *
 * <pre>{@code
 * ReceiptDispatcher receipts = CamsReceipts.builder()
 *         .onStatus(status -> orders.update(status.taskId(), status.status()))
 *         .onInbound(message -> inbox.add(message))
 *         .build();
 *
 * ReceiptResponse response = receipts.handle(body);   // status(), contentType(), body()
 * }</pre>
 */
public final class CamsReceipts {
    private CamsReceipts() {}

    /**
     * A dispatcher without handlers.
     *
     * @return a builder to give handlers to
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Notices about templates and accounts have neither a message nor a sender; of messages, only those that were sent have a
     * state. Content tells nothing: it may be absent from what came in, and a state may repeat what was sent.
     */
    private static Receipt kind(ReceiptFields fields) {
        if ("inbound".equalsIgnoreCase(fields.text("NoticeType"))) {
            return new ChatAppInbound(fields);
        }
        if (fields.has("WabaId") && !fields.has("MessageId") && !fields.has("From")) {
            return new ChatAppAudit(fields);
        }
        if (fields.has("Status")) {
            return new ChatAppStatus(fields);
        }
        boolean inbound = fields.has("Message") || fields.has("MessageId") && fields.has("From") && fields.has("Type");
        return inbound ? new ChatAppInbound(fields) : new UnknownReceipt(fields);
    }

    /** Gives each kind of receipt its handler. */
    public static final class Builder extends ReceiptDispatcher.Builder<Builder> {
        private Builder() {
            super(CamsReceipts::kind);
        }

        /**
         * What to do with states of messages that were sent.
         *
         * @param handler what to do
         * @return this builder
         */
        public Builder onStatus(ReceiptHandler<? super ChatAppStatus> handler) {
            return on(ChatAppStatus.class, handler);
        }

        /**
         * What to do with messages that come in.
         *
         * @param handler what to do
         * @return this builder
         */
        public Builder onInbound(ReceiptHandler<? super ChatAppInbound> handler) {
            return on(ChatAppInbound.class, handler);
        }

        /**
         * What to do with changes of state of templates, numbers and accounts.
         *
         * @param handler what to do
         * @return this builder
         */
        public Builder onAudit(ReceiptHandler<? super ChatAppAudit> handler) {
            return on(ChatAppAudit.class, handler);
        }
    }
}
