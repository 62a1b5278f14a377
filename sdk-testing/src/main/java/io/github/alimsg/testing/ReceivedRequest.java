package io.github.alimsg.testing;

import io.github.alimsg.testing.gateway.Received;
import io.github.alimsg.testing.gateway.WireReply;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request that reached {@link FakeCloud}: a call, a call that was cut before it was read, or something the fake
 * does not understand. Its {@code toString} shows neither query nor body.
 */
public final class ReceivedRequest {
    private final Received request;
    private final @Nullable ReceivedCall call;

    ReceivedRequest(Received request) {
        this.request = request;
        this.call = request.call() == null ? null : new ReceivedCall(request.call());
    }

    int size() {
        return request.size();
    }

    /**
     * Returns the HTTP method.
     *
     * @return such as {@code POST}
     */
    public String method() {
        return request.method();
    }

    /**
     * Returns path and query as in the request line. May contain personal data.
     *
     * @return the target, still encoded
     */
    public String target() {
        return request.target();
    }

    /**
     * Returns the headers. Several values of one name are joined by commas.
     *
     * @return values by lower-case name, unmodifiable
     */
    public Map<String, String> headers() {
        return request.headers();
    }

    /**
     * Returns the body. May contain personal data.
     *
     * @return the body, read as UTF-8
     */
    public String body() {
        return request.body().utf8();
    }

    /**
     * Returns the order of arrival among all HTTP requests.
     *
     * @return its number, from 1
     */
    public long sequence() {
        return request.sequence();
    }

    /**
     * Returns the connection that carried the request.
     *
     * @return its number, from 0
     */
    public int connection() {
        return request.connection();
    }

    /**
     * Returns the call that the request makes.
     *
     * @return the call; null when it names no operation, or was cut before it was read
     */
    public @Nullable ReceivedCall call() {
        return call;
    }

    /**
     * Returns what it was answered. May contain personal data.
     *
     * @return the reply, without the headers that the fake adds, even if only half of it was sent; null when nothing was,
     *     as for calls that were cut or stalled, and while it is not known yet
     */
    public @Nullable Reply reply() {
        WireReply reply = request.outcome().reply();
        return reply == null ? null : Reply.of(reply);
    }

    /**
     * Returns the faults that it got.
     *
     * @return the faults, in order; empty for none
     */
    public List<Fault> faults() {
        return request.outcome().faults().stream().map(Fault::of).toList();
    }

    /** Shows neither query nor body. */
    @Override
    public String toString() {
        String target = target();
        int mark = target.indexOf('?');
        return method() + " " + (mark < 0 ? target : target.substring(0, mark)) + " (body of "
                + request.body().size() + " bytes)" + (call == null ? "" : " " + call);
    }
}
