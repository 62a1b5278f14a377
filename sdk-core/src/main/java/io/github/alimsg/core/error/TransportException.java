package io.github.alimsg.core.error;

import org.jspecify.annotations.Nullable;

/**
 * No reply arrived: the network failed, or the deadline passed. {@link #delivery()} says whether the request was sent.
 *
 * @serial exclude
 */
public final class TransportException extends SdkException {
    private static final long serialVersionUID = 1;

    private final Delivery delivery;

    /**
     * For the engine, and for tests of applications.
     *
     * @param operation the operation that was called
     * @param attempts how many times it was tried
     * @param delivery whether the request may have reached the service in any of the attempts
     * @param message what failed
     * @param cause the underlying failure
     */
    public TransportException(
            @Nullable String operation, int attempts, Delivery delivery, String message, @Nullable Throwable cause) {
        super(operation, attempts, message + " (" + delivery + ")", cause);
        this.delivery = delivery;
    }

    /** {@return whether the service may have acted on the call} */
    public Delivery delivery() {
        return delivery;
    }

    @Override
    boolean lastMayHaveTakenEffect() {
        return delivery == Delivery.UNKNOWN;
    }
}
