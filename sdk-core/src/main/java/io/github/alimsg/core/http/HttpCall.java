package io.github.alimsg.core.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A signed POST request, ready to send, and its limits. */
public final class HttpCall {
    private final String origin;
    private final String query;
    private final List<String> headers;
    private final @Nullable String contentType;
    private final byte[] body;
    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final Duration timeout;
    private final long maxReplyBytes;
    private final boolean freshConnection;

    /**
     * A request.
     *
     * @param origin scheme and authority, such as {@code https://cams.ap-southeast-1.aliyuncs.com}
     * @param query the percent-encoded query without the question mark; sent as it is
     * @param headers names and values in turn
     * @param contentType content type of the body; null when there is no body
     * @param body the bytes of the body, not copied; empty for none
     * @param connectTimeout how long connecting to one address may take
     * @param readTimeout how long the service may be silent
     * @param timeout how long the exchange may take in all
     * @param maxReplyBytes how large the answer's body may be
     */
    public HttpCall(
            String origin,
            String query,
            List<String> headers,
            @Nullable String contentType,
            byte[] body,
            Duration connectTimeout,
            Duration readTimeout,
            Duration timeout,
            long maxReplyBytes) {
        this.origin = origin;
        this.query = query;
        this.headers = headers;
        this.contentType = contentType;
        this.body = body;
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
        this.timeout = timeout;
        this.maxReplyBytes = maxReplyBytes;
        this.freshConnection = false;
    }

    private HttpCall(HttpCall same, Duration timeout) {
        this.origin = same.origin;
        this.query = same.query;
        this.headers = same.headers;
        this.contentType = same.contentType;
        this.body = same.body;
        this.connectTimeout = same.connectTimeout;
        this.readTimeout = same.readTimeout;
        this.timeout = timeout;
        this.maxReplyBytes = same.maxReplyBytes;
        this.freshConnection = true;
    }

    /**
     * The same request, byte for byte, over a connection that carried nothing before.
     *
     * @param timeout how long this exchange may take in all
     * @return the other call
     */
    public HttpCall again(Duration timeout) {
        return new HttpCall(this, timeout);
    }

    /** {@return scheme and authority, such as {@code https://cams.ap-southeast-1.aliyuncs.com}} */
    public String origin() {
        return origin;
    }

    /** {@return the percent-encoded query without the question mark; sent as it is} */
    public String query() {
        return query;
    }

    /** {@return names and values in turn} */
    public List<String> headers() {
        return headers;
    }

    /** {@return content type of the body; null when there is no body} */
    public @Nullable String contentType() {
        return contentType;
    }

    /** {@return the bytes of the body, not copied; empty for none} */
    public byte[] body() {
        return body;
    }

    /** {@return how long connecting to one address may take} */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** {@return how long the service may be silent} */
    public Duration readTimeout() {
        return readTimeout;
    }

    /** {@return how long the exchange may take in all} */
    public Duration timeout() {
        return timeout;
    }

    /** {@return how large the answer's body may be} */
    public long maxReplyBytes() {
        return maxReplyBytes;
    }

    /** {@return whether to send it over a new connection rather than one that is at hand} */
    public boolean freshConnection() {
        return freshConnection;
    }

    /** Names where the request goes, and nothing of what it carries. */
    @Override
    public String toString() {
        return "POST " + origin;
    }
}
