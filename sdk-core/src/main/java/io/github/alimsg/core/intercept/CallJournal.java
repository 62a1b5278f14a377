package io.github.alimsg.core.intercept;

import io.github.alimsg.core.guard.OutgoingMessage;
import io.github.alimsg.core.retry.Effect;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a record of a call that changes something: is told of each step before it is taken, and can end the call there.
 * For code that remembers what was sent, such as the module {@code sdk-once}. To watch calls, use a {@link CallListener}.
 *
 * <p>Reads are not told. For every other call the order is {@link #written}, then for each attempt with a new signature
 * {@link #signed} and {@link #mayLeave}, then {@link #answered} or {@link #failed}. All are called on the thread of the
 * call, below interceptors and listeners. A second copy of the same signed bytes, which only a client with {@code
 * replayGuard} sends, is told neither as signed nor as leaving.
 */
public interface CallJournal {
    /**
     * Called when the parameters of the request are known: before the guard is asked, before a wait for a turn.
     *
     * @param call the call
     * @return a value for the operation's own id, if the request has none; null to leave it so
     * @throws RuntimeException to end the call; it reaches the caller as it is
     */
    @Nullable
    String written(Call call);

    /**
     * Called for each new signature, after the wait for a turn and before anything is sent.
     *
     * @throws RuntimeException to end the call, without this attempt; it reaches the caller as it is
     */
    void signed();

    /**
     * Asked when the connection is there and the first byte is about to be written.
     *
     * @return false to send nothing: the attempt then counts as not sent, and may be repeated with a new signature
     */
    boolean mayLeave();

    /**
     * Called when the service accepted the call, whatever interceptors make of it. What it throws changes nothing.
     *
     * @param result the response
     * @param messageId what the response calls the message, or the request; null when it does not say
     */
    void answered(CallResult result, @Nullable String messageId);

    /**
     * Called when the call failed. What it throws changes nothing.
     *
     * @param failure usually an {@link io.github.alimsg.core.error.SdkException}; what {@link #written} or {@link #signed}
     *     threw, too
     */
    void failed(Throwable failure);

    /** The call under way. */
    interface Call {
        /** {@return the operation, as the service names it} */
        String operation();

        /** {@return what the operation does to the world} */
        Effect effect();

        /** {@return how long the call may take in total} */
        Duration timeout();

        /** {@return the parameter of the caller's own id, which comes back in receipts; null when there is none} */
        @Nullable
        String ownIdName();

        /** {@return the caller's own id; null when the request has none} */
        @Nullable
        String ownId();

        /** {@return the messages, one for each recipient; empty when the operation sends none} */
        List<OutgoingMessage> messages();

        /** {@return how many messages there are} Cheaper than reading them. */
        int messageCount();

        /** {@return SHA-256 over the operation and all its parameters except the own id} The same for the same request. */
        byte[] digest();
    }
}
