package io.github.alimsg.once.store;

import io.github.alimsg.core.error.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * A store could not be reached, or said something that cannot be. Nothing was sent: a message whose key cannot be written
 * down stays here. Send it again under the same key when the store is back.
 *
 * @serial exclude
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * For stores.
     *
     * @param message what could not be done; no key, and nothing personal
     * @param cause the failure underneath
     */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** {@return always {@code NOT_SENT}} */
    public Delivery delivery() {
        return Delivery.NOT_SENT;
    }
}
