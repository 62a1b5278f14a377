package io.github.alimsg.core;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The methods that every client has. Clients are immutable, safe for use by any number of threads, platform or virtual,
 * and meant to live as long as the application.
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
     * Returns a client with other settings that shares this one's connections, retry budget and rate limits. Cheap
     * enough to call for a single call. Closing either closes both.
     *
     * @param change changes the settings
     * @return the other client
     */
    C withOptions(Consumer<ClientOptions.Builder> change);

    /**
     * Makes calls on another thread: {@code client.async(c -> c.sendSms(request))}. Runs on the executor from the
     * options; without one, on a virtual thread on Java 21 and later, on a daemon thread before.
     *
     * <p>Cancelling the future interrupts the call, or keeps it from starting if it has not.
     *
     * @param call what to do with the client
     * @param <T> the type of its result
     * @return the result; completes with the call's own exception when it fails
     */
    <T> CompletableFuture<T> async(Function<? super C, ? extends T> call);

    /**
     * Lists every setting with its value and where it comes from, for a log or a page of diagnosis: {@code timeout: 20 s
     * (ALIMSG_TIMEOUT)}. Contains no key and no login.
     *
     * @return the settings, beginning with the endpoint
     */
    List<Setting> settings();

    /**
     * Counts the connections that are in use now: those of this client and of all that {@link #withOptions} derived, or
     * all of an application's {@code httpClient}. For metrics; by the time it is read, it may have changed.
     *
     * @return the number; empty when the application's own transport does not tell
     */
    default OptionalInt connectionsInUse() {
        return OptionalInt.empty();
    }

    /**
     * Opens connections to the service ahead of calls, so that the next ones don't wait for handshakes: one or two round
     * trips, and in a new JVM the loading of TLS. No request is sent, so the service counts nothing. Idle connections are
     * kept for 30 seconds.
     *
     * <p>Connections that are idle and were used within the last second count; older ones are replaced. Connections in
     * use do not count. There are never more than {@code maxConnections}. With {@code httpClient}, its connection pool
     * decides how many idle ones are kept. Calls do not wait for this method; for it not to delay the start of an
     * application either, use {@code client.async(c -> c.warmUp(8))}.
     *
     * <p>Returns when all are open, or when the connect timeout has passed, or early if the thread is interrupted, whose
     * flag stays set. Never throws because of the network: what keeps connections from being opened is logged at DEBUG,
     * and reported by the calls that follow.
     *
     * @param connections how many, at least 1
     * @return how many are open and idle; fewer when some could not be opened in time, 0 with an application's own
     *     transport that can't do it
     * @throws IllegalArgumentException when the number is less than 1
     * @throws IllegalStateException when the client is closed
     */
    default int warmUp(int connections) {
        return 0;
    }

    /**
     * Refuses further calls and frees what belongs only to this client. Calls under way run to their end, except those
     * that wait for their turn under pacing: they fail as not sent. A client that is never closed keeps no thread and
     * does not keep the JVM from exiting.
     */
    @Override
    void close();

    /**
     * Refuses further calls, waits for what is under way, then closes. That includes calls, uploads and batches on any
     * thread, whatever was handed to {@link #async}, started or not, and the work of all clients that {@link
     * #withOptions} derived.
     *
     * <p>Work that does not finish in time is interrupted: it fails with a {@link
     * io.github.alimsg.core.error.CallInterruptedException}, which says whether the request may have been sent, and
     * listeners and futures are told. Nothing is sent afterwards. This method returns when all work has ended, or a
     * second after the interrupt. By then all futures are complete, even of work that ignores interrupts: as {@code
     * UNKNOWN} if it had started.
     *
     * <p>If the calling thread is interrupted, the wait ends and the interrupt flag stays set. When called from within
     * a call, it does not wait for that call.
     *
     * @param longest how long to wait; if zero or negative, work under way is interrupted at once
     */
    void close(Duration longest);
}
