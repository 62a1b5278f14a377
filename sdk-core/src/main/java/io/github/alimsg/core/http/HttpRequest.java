package io.github.alimsg.core.http;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request, ready to send, and its limits. Calls are POST requests to the root; uploads have a path of their own. */
public final class HttpRequest {
    /** Content type of a form, which is the body of every call that has one. */
    public static final String FORM = "application/x-www-form-urlencoded";

    /** The path of every call to an API. */
    private static final String ROOT = "/";

    private final String method;
    private final String origin;
    private final String path;
    private final String query;
    private final List<String> headers;
    private final @Nullable String contentType;
    private final byte[] body;
    private final HttpBody content;
    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final Duration timeout;
    private final long maxReplyBytes;
    private final boolean freshConnection;

    /**
     * A POST request to the root.
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
    public HttpRequest(
            String origin,
            String query,
            List<String> headers,
            @Nullable String contentType,
            byte[] body,
            Duration connectTimeout,
            Duration readTimeout,
            Duration timeout,
            long maxReplyBytes) {
        this.method = "POST";
        this.origin = origin;
        this.path = ROOT;
        this.query = query;
        this.headers = headers;
        this.contentType = contentType;
        this.body = body;
        this.content = new Bytes(body);
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
        this.timeout = timeout;
        this.maxReplyBytes = maxReplyBytes;
        this.freshConnection = false;
    }

    private HttpRequest(
            HttpRequest from,
            String method,
            String path,
            byte[] body,
            HttpBody content,
            Duration timeout,
            boolean freshConnection) {
        this.method = method;
        this.origin = from.origin;
        this.path = path;
        this.query = from.query;
        this.headers = from.headers;
        this.contentType = from.contentType;
        this.body = body;
        this.content = content;
        this.connectTimeout = from.connectTimeout;
        this.readTimeout = from.readTimeout;
        this.timeout = timeout;
        this.maxReplyBytes = from.maxReplyBytes;
        this.freshConnection = freshConnection;
    }

    /**
     * The same request, byte for byte, over a connection that carried nothing before.
     *
     * @param timeout how long this exchange may take in all
     * @return the other call
     */
    public HttpRequest replay(Duration timeout) {
        return new HttpRequest(this, method, path, body, content, timeout, true);
    }

    /**
     * The same request with another method and path, and a body that is written while it is sent.
     *
     * @param method {@code PUT}, {@code POST}, or {@code GET} with an empty body
     * @param path the percent-encoded path, which begins with a slash; sent as it is
     * @param content the body
     * @return the other request
     */
    public HttpRequest streaming(String method, String path, HttpBody content) {
        return new HttpRequest(this, method, path, new byte[0], content, timeout, freshConnection);
    }

    /** {@return the HTTP method} */
    public String method() {
        return method;
    }

    /** {@return the percent-encoded path, which begins with a slash; sent as it is} */
    public String path() {
        return path;
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

    /** {@return the bytes of the body, not copied; empty for none, and where the body is written while it is sent} */
    public byte[] body() {
        return body;
    }

    /** {@return the body to send, be it in memory or not} */
    public HttpBody content() {
        return content;
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
        return method + " " + origin;
    }

    private static final class Bytes implements HttpBody {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
        }
    }
}
