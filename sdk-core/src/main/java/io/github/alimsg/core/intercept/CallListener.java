package io.github.alimsg.core.intercept;

import io.github.alimsg.core.error.SdkException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Is told of calls, for metrics and traces. Methods run on the calling thread and should return at once. Whatever they
 * throw, an {@link Error} included, is logged at DEBUG and does not change the call.
 */
public interface CallListener {
    /**
     * Called when a call begins.
     *
     * @param call the call
     */
    default void started(CallInfo call) {}

    /**
     * Called when an attempt has waited for its turn, whether it got one or not. Turns are given out by pacing, and by the
     * rate that the client learns from refusals.
     *
     * @param call the call
     * @param attempt its number, from 1
     * @param waited how long; next to nothing when the turn came at once
     */
    default void waitedForTurn(CallInfo call, int attempt, Duration waited) {}

    /**
     * Called when an attempt failed.
     *
     * @param call the call
     * @param attempt its number, from 1
     * @param failure how it failed
     * @param delay how long until the next attempt; null when there is none
     */
    default void attemptFailed(CallInfo call, int attempt, SdkException failure, @Nullable Duration delay) {}

    /**
     * Called when the service accepted a message and named it, before {@link #finished}.
     *
     * @param call the call that sent it
     * @param messageId what receipts and queries call the message, or the request that sent several
     */
    default void messageAccepted(CallInfo call, String messageId) {}

    /**
     * Called when a call ended, once for each that has started. A call that was ended by something else than a failure of
     * its own, such as by a {@link CallJournal} whose key another has, is told as a {@link
     * io.github.alimsg.core.error.TransportException} with that as its cause, which usually says that nothing was sent.
     *
     * @param call the call
     * @param result its response; null when it failed
     * @param failure its failure; null when it succeeded
     * @param took how long it took, waiting included
     */
    default void finished(CallInfo call, @Nullable CallResult result, @Nullable SdkException failure, Duration took) {}
}
