package io.github.alimsg.core.http;

import java.time.Duration;
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

    /**
     * Opens connections ahead of exchanges, so that these need not wait for them. Sends no request. Never throws because
     * of the network, and returns early, with the interrupt flag set, if the calling thread is interrupted.
     *
     * @param origin scheme and authority, such as {@code https://cams.ap-southeast-1.aliyuncs.com}
     * @param connections how many should be open and idle
     * @param longest how long connecting may take
     * @return how many are open and idle; 0, the default, when this transport cannot open them ahead
     */
    default int warmUp(String origin, int connections, Duration longest) {
        return 0;
    }

    /** Lets running exchanges end, and frees the connections and threads that belong only to this transport. */
    @Override
    void close();
}
