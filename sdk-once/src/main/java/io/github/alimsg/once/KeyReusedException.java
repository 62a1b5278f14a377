package io.github.alimsg.once;

/**
 * A key was given with another request than the one that it stands for. Nothing was sent. A key is made of what the
 * message is about, such as {@code order-4711/shipped}, and stands for one message for ever.
 *
 * @serial exclude
 */
public final class KeyReusedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    KeyReusedException(String operation) {
        super(operation + ": the idempotency key already stands for another request; nothing was sent. Use a key of its"
                + " own for each message, or Once.Builder.fingerprint(false) if the text changes with each try");
    }
}
