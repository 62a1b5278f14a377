/**
 * Receipts that the service posts, handled by beans of type {@link io.github.alimsg.receipts.ReceiptHandler}.
 *
 * <pre>{@code
 * @Component
 * class OrderStates implements ReceiptHandler<ChatAppStatus> {
 *     public void handle(ChatAppStatus status) { … }
 * }
 * }</pre>
 */
@NullMarked
package io.github.alimsg.spring.boot.receipts;

import org.jspecify.annotations.NullMarked;
