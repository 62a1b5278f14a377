package io.github.alimsg.core.http;

import io.github.alimsg.core.error.Delivery;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An exchange that got no complete reply.
 *
 * @serial exclude
 */
public final class HttpFailure extends IOException {
    private static final long serialVersionUID = 1;

    private final Delivery delivery;

    /**
     * Creates the failure of an exchange.
     *
     * @param delivery whether any byte of the request was sent
     * @param message what failed, without the request's parameters
     * @param cause the underlying failure
     */
    public HttpFailure(Delivery delivery, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.delivery = delivery;
    }

    /** {@return whether any byte of the request was sent} */
    public Delivery delivery() {
        return delivery;
    }
}
