package io.github.alimsg.cams.receipt;

import io.github.alimsg.receipts.Receipt;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.ReceiptFields;
import io.github.alimsg.receipts.ReceiptHandler;
import io.github.alimsg.receipts.UnknownReceipt;

/**
 * Dispatches the receipts of Chat App Message Service.
 *
 * <pre>{@code
 * ReceiptDispatcher receipts = CamsReceipts.builder()
 *         .onStatus(status -> orders.update(status.taskId(), status.state()))
 *         .onInbound(message -> inbox.add(message))
 *         .build();
 *
 * ReceiptResponse response = receipts.handle(body);   // status(), contentType(), body()
 * }</pre>
 */
public final class CamsReceipts {
    private CamsReceipts() {}

    /**
     * Returns a builder without handlers.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Notices about templates and accounts have neither a message nor a sender; only sent messages have a status.
     * Content cannot distinguish them: an inbound message may lack it, and a status may repeat what was sent.
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

    /** Sets a handler for each kind of receipt. */
    public static final class Builder extends ReceiptDispatcher.Builder<Builder> {
        private Builder() {
            super(CamsReceipts::kind);
        }

        /**
         * Sets the handler of the status of sent messages.
         *
         * @param handler the handler
         * @return this builder
         */
        public Builder onStatus(ReceiptHandler<? super ChatAppStatus> handler) {
            return on(ChatAppStatus.class, handler);
        }

        /**
         * Sets the handler of inbound messages.
         *
         * @param handler the handler
         * @return this builder
         */
        public Builder onInbound(ReceiptHandler<? super ChatAppInbound> handler) {
            return on(ChatAppInbound.class, handler);
        }

        /**
         * Sets the handler of state changes of templates, numbers and accounts.
         *
         * @param handler the handler
         * @return this builder
         */
        public Builder onAudit(ReceiptHandler<? super ChatAppAudit> handler) {
            return on(ChatAppAudit.class, handler);
        }
    }
}
