package io.github.alimsg.once;

import io.github.alimsg.once.store.KeyRecord;
import io.github.alimsg.once.store.KeyState;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key after {@link Once#send}.
 *
 * <pre>{@code
 * switch (sent.state()) {
 *     case ACCEPTED -> remember(sent.id());
 *     case REFUSED -> correct(sent.code());
 *     case NOT_SENT -> tryLater(sent.record().notBefore());
 *     default -> {} // under way elsewhere, or unknown: ask once.find(key) later, and do not send under another key
 * }
 * }</pre>
 *
 * @param <O> the response
 */
public final class Sent<O> {
    private final KeyRecord record;
    private final boolean earlier;
    private final @Nullable O response;
    private final @Nullable RuntimeException failure;

    Sent(KeyRecord record, boolean earlier, @Nullable O response, @Nullable RuntimeException failure) {
        this.record = record;
        this.earlier = earlier;
        this.response = response;
        this.failure = failure;
    }

    /** {@return what is known of the key} */
    public KeyState state() {
        return record.state();
    }

    /** {@return whether the service accepted the message, now or earlier} */
    public boolean isAccepted() {
        return state() == KeyState.ACCEPTED;
    }

    /** {@return whether this is the outcome of an earlier send, and nothing was sent now} */
    public boolean isEarlier() {
        return earlier;
    }

    /** {@return the service's id of the message; null when it was not accepted, or the response does not say} */
    public @Nullable String id() {
        return record.messageId();
    }

    /** {@return the service's code, or the name of a failure; null when it was accepted} */
    public @Nullable String code() {
        return record.code();
    }

    /** {@return the response; null when the outcome is an earlier one, and when the call failed} */
    public @Nullable O response() {
        return response;
    }

    /** {@return why the message was not accepted now; null when it was, or when the outcome is an earlier one} */
    public @Nullable RuntimeException failure() {
        return failure;
    }

    /** {@return the key's record} */
    public KeyRecord record() {
        return record;
    }

    /** Shows the state, never the key. */
    @Override
    public String toString() {
        return "Sent{" + state() + (earlier ? ", earlier" : "")
                + (failure == null ? "" : ", failure=" + failure.getClass().getSimpleName()) + "}";
    }
}
