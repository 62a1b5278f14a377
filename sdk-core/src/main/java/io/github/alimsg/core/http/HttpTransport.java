package io.github.alimsg.core.http;

/**
 * Carries one HTTP exchange. An implementation sends the request at most once, follows no redirect and repeats nothing:
 * whether to try again is the engine's decision.
 */
public interface HttpTransport extends AutoCloseable {
    /**
     * Sends a request, with {@link HttpCall#method()}, {@link HttpCall#path()} and {@link HttpCall#content()}, and reads
     * the whole answer.
     *
     * @param call what to send, and how long it may take
     * @return the answer, whatever its status
     * @throws HttpFailure when no complete answer arrived
     * @throws ReplyTooLargeException when the body is larger than {@link HttpCall#maxReplyBytes()}
     * @throws InterruptedException when the calling thread was interrupted before anything was sent
     */
    HttpReply execute(HttpCall call) throws HttpFailure, ReplyTooLargeException, InterruptedException;

    /** Lets running exchanges end and frees connections and threads that belong to this transport alone. */
    @Override
    void close();
}
