package io.github.alimsg.core.intercept;

import io.github.alimsg.core.error.SdkException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Learns of calls, for metrics and traces. Methods run on the calling thread and should return at once; what they throw,
 * an {@link Error} included, is logged at DEBUG and does not change the call.
 */
public interface CallListener {
    /**
     * A call begins.
     *
     * @param call which call
     */
    default void started(CallInfo call) {}

    /**
     * An attempt failed.
     *
     * @param call which call
     * @param attempt its number, from 1
     * @param failure what happened
     * @param delay how long until the next attempt; null when there is none
     */
    default void attemptFailed(CallInfo call, int attempt, SdkException failure, @Nullable Duration delay) {}

    /**
     * A call ended.
     *
     * @param call which call
     * @param result its response; null when it failed
     * @param failure its failure; null when it succeeded
     * @param took how long it took, waiting included
     */
    default void finished(CallInfo call, @Nullable CallResult result, @Nullable SdkException failure, Duration took) {}
}
