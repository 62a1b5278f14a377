package io.github.alimsg.core.http;

import java.util.OptionalInt;

/**
 * Carries one HTTP exchange. An implementation sends the request at most once, follows no redirect and repeats nothing:
 * whether to try again is the engine's decision. It asks {@link HttpRequest#mayLeave()} just before it sends.
 */
public interface HttpTransport extends AutoCloseable {
    /**
     * Sends a request, with {@link HttpRequest#method()}, {@link HttpRequest#path()} and {@link HttpRequest#body()},
     * and reads the whole reply.
     *
     * @param request what to send, and how long it may take
     * @return the reply, whatever its status
     * @throws HttpFailure when no complete reply arrived
     * @throws ResponseTooLargeException when the body is larger than {@link HttpRequest#maxReplyBytes()}
     * @throws InterruptedException when the calling thread was interrupted before anything was sent
     */
    HttpResponse execute(HttpRequest request) throws HttpFailure, ResponseTooLargeException, InterruptedException;

    /**
     * Counts the connections that are in use now, for metrics. Must return at once.
     *
     * @return the number; empty, the default, when this transport does not count them
     */
    default OptionalInt connectionsInUse() {
        return OptionalInt.empty();
    }

    /** Lets running exchanges end, and frees the connections and threads that belong only to this transport. */
    @Override
    void close();
}
