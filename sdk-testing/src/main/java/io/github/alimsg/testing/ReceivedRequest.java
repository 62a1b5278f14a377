package io.github.alimsg.testing;

import io.github.alimsg.testing.gateway.Received;
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

    /** Shows neither query nor body. */
    @Override
    public String toString() {
        String target = target();
        int mark = target.indexOf('?');
        return method() + " " + (mark < 0 ? target : target.substring(0, mark)) + " (body of "
                + request.body().size() + " bytes)" + (call == null ? "" : " " + call);
    }
}
