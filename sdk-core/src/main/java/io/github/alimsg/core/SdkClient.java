package io.github.alimsg.core;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What every client can do. Clients are immutable, safe for any number of threads, platform or virtual, and meant to
 * live as long as the application.
 *
 * <pre>{@code
 * CamsClient cams = CamsClient.create(); // once
 * var sent = cams.sendChatappMessage(message);
 *
 * CamsClient hurried = cams.withOptions(o -> o.timeout(Duration.ofSeconds(3)));
 * CompletableFuture<SendChatappMessageResponse> later = cams.async(c -> c.sendChatappMessage(message));
 * }</pre>
 *
 * @param <C> the client itself
 */
public interface SdkClient<C extends SdkClient<C>> extends AutoCloseable {
    /**
     * A client with other settings that shares this one's connections, retry budget and rate limits. Cheap: make one
     * per call where that helps. Closing either closes both.
     *
     * @param change sets what shall differ
     * @return the other client
     */
    C withOptions(Consumer<ClientOptions.Builder> change);

    /**
     * Makes calls on another thread: {@code client.async(c -> c.sendSms(request))}. Runs on the executor of the
     * options; without one, on a virtual thread from Java 21 on, on a daemon thread before.
     *
     * <p>Cancelling the future interrupts the call if it has begun, and keeps it from beginning otherwise.
     *
     * @param call what to do with the client
     * @param <T> what it yields
     * @return the outcome; completes with the call's own exception when it fails
     */
    <T> CompletableFuture<T> async(Function<? super C, ? extends T> call);

    /**
     * Refuses further calls and frees what belongs to this client alone. Calls under way end by themselves, apart from
     * those that wait for a turn of the pace: they fail, not sent. A client that is never closed keeps no thread and does
     * not hold the JVM open.
     */
    @Override
    void close();

    /**
     * Refuses further calls, waits for what is under way, then closes. Under way are calls, uploads and batches on any
     * thread, and what was handed to {@link #async}, begun or not; all that {@link #withOptions} derived counts as well.
     *
     * <p>What is not done in time is interrupted: it ends with a
     * {@link io.github.alimsg.core.error.CallInterruptedException}, which says whether the request may have left, and
     * listeners and futures are told. Nothing is sent afterwards. This method returns when all of it has ended, or a
     * second after the interrupt; by then futures are complete even where the work does not heed interrupts, as {@code
     * UNKNOWN} if it had begun.
     *
     * <p>An interrupt of the calling thread ends the wait and leaves its flag set. Called from within a call, it does not
     * wait for that one.
     *
     * @param longest how long to wait; what is under way is interrupted at once when it is zero or negative
     */
    void close(Duration longest);
}
