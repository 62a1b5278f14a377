package io.github.alimsg.core.http;

import io.github.alimsg.core.error.Delivery;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An exchange that brought no answer.
 *
 * @serial exclude
 */
public final class HttpFailure extends IOException {
    private static final long serialVersionUID = 1;

    private final Delivery delivery;

    /**
     * An exchange that failed.
     *
     * @param delivery whether any byte of the request left
     * @param message what failed, without addresses of the request's parameters
     * @param cause the failure underneath
     */
    public HttpFailure(Delivery delivery, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.delivery = delivery;
    }

    /** {@return whether any byte of the request left} */
    public Delivery delivery() {
        return delivery;
    }
}
