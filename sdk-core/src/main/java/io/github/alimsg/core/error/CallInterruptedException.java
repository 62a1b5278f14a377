package io.github.alimsg.core.error;

import org.jspecify.annotations.Nullable;

/**
 * The calling thread was interrupted; its interrupt flag is set again.
 *
 * @serial exclude
 */
public final class CallInterruptedException extends SdkException {
    private static final long serialVersionUID = 1;

    private final Delivery delivery;

    /**
     * For the engine, and for tests of applications.
     *
     * @param operation the operation that was called
     * @param attempts how many times it was tried
     * @param delivery whether the request may have reached the service
     * @param cause the underlying failure
     */
    public CallInterruptedException(
            @Nullable String operation, int attempts, Delivery delivery, @Nullable Throwable cause) {
        super(operation, attempts, "interrupted (" + delivery + ")", cause);
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
