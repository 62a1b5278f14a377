package io.github.alimsg.testing;

import io.github.alimsg.testing.gateway.Received;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request that reached {@link FakeCloud}, be it a call, a call that was cut before it was read, or nothing that
 * the fake understands. Its {@code toString} shows neither query nor body.
 */
public final class ReceivedRequest {
    private final Received request;
    private final @Nullable ReceivedCall call;

    ReceivedRequest(Received request) {
        this.request = request;
        this.call = request.call() == null ? null : new ReceivedCall(request.call());
    }

    /**
     * The HTTP method.
     *
     * @return such as {@code POST}
     */
    public String method() {
        return request.method();
    }

    /**
     * Path and query as they stood in the request's first line. May hold personal data.
     *
     * @return the target, still encoded
     */
    public String target() {
        return request.target();
    }

    /**
     * The headers. Several values of one name are joined by commas.
     *
     * @return values by lower-case name, unmodifiable
     */
    public Map<String, String> headers() {
        return request.headers();
    }

    /**
     * The body. May hold personal data.
     *
     * @return the body, read as UTF-8
     */
    public String body() {
        return request.body().utf8();
    }

    /**
     * The order of arrival among all HTTP requests.
     *
     * @return its number, from 1 on
     */
    public long sequence() {
        return request.sequence();
    }

    /**
     * The connection that brought the request.
     *
     * @return its number, from 0 on
     */
    public int connection() {
        return request.connection();
    }

    /**
     * The call that the request makes.
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
