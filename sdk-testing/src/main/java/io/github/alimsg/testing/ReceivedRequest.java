package io.github.alimsg.testing;

import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request that reached {@link FakeCloud}: a call, a call that was cut before it was read, or something the fake
 * does not understand. Its {@code toString} shows neither query nor body.
 */
public final class ReceivedRequest {
    private final String method;
    private final String target;
    private final Map<String, String> headers;
    private final ByteString body;
    private final long sequence;
    private final int connection;
    private final @Nullable ReceivedCall call;

    ReceivedRequest(
            String method,
            String target,
            Map<String, String> headers,
            ByteString body,
            long sequence,
            int connection,
            @Nullable ReceivedCall call) {
        this.method = method;
        this.target = target;
        this.headers = Map.copyOf(headers);
        this.body = body;
        this.sequence = sequence;
        this.connection = connection;
        this.call = call;
    }

    /**
     * Returns the HTTP method.
     *
     * @return such as {@code POST}
     */
    public String method() {
        return method;
    }

    /**
     * Returns path and query as in the request line. May contain personal data.
     *
     * @return the target, still encoded
     */
    public String target() {
        return target;
    }

    /**
     * Returns the headers. Several values of one name are joined by commas.
     *
     * @return values by lower-case name, unmodifiable
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * Returns the body. May contain personal data.
     *
     * @return the body, read as UTF-8
     */
    public String body() {
        return body.utf8();
    }

    /**
     * Returns the order of arrival among all HTTP requests.
     *
     * @return its number, from 1
     */
    public long sequence() {
        return sequence;
    }

    /**
     * Returns the connection that carried the request.
     *
     * @return its number, from 0
     */
    public int connection() {
        return connection;
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
        int mark = target.indexOf('?');
        return method + " " + (mark < 0 ? target : target.substring(0, mark)) + " (body of " + body.size() + " bytes)"
                + (call == null ? "" : " " + call);
    }
}
