package io.github.alimsg.receipts;

/**
 * Handles receipts of one kind. Implemented by applications.
 *
 * @param <T> the kind of receipt
 */
@FunctionalInterface
public interface ReceiptHandler<T extends Receipt> {
    /**
     * Handles a receipt, on the thread that called {@link ReceiptDispatcher#handle}. When this returns, the receipt
     * counts as handled and is not delivered again; when it throws, the service is asked to deliver it again. Several
     * calls may run at once, and in any order.
     *
     * @param receipt the receipt
     * @throws Exception when it could not be handled
     */
    void handle(T receipt) throws Exception;
}
