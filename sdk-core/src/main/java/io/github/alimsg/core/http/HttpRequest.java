package io.github.alimsg.core.http;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A request, ready to send, and its limits. Calls are POST requests to the root path; uploads and queues have other
 * methods and paths.
 *
 * <pre>{@code
 * HttpRequest.builder("https://cams.ap-southeast-1.aliyuncs.com")
 *         .headers(List.of("x-acs-action", "ChatappSendMessage"))
 *         .contentType(HttpRequest.FORM)
 *         .body(form)
 *         .connectTimeout(Duration.ofSeconds(5))
 *         .readTimeout(Duration.ofSeconds(10))
 *         .timeout(Duration.ofSeconds(30))
 *         .maxReplyBytes(1 << 20)
 *         .build();
 * }</pre>
 */
public final class HttpRequest {
    /** The content type of a body of percent-encoded pairs, which calls use. */
    public static final String FORM = "application/x-www-form-urlencoded";

    private static final HttpBody NO_BODY = new Bytes(new byte[0]);

    private final String method;
    private final String origin;
    private final String path;
    private final String query;
    private final List<String> headers;
    private final @Nullable String userAgent;
    private final @Nullable String contentType;
    private final HttpBody body;
    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final Duration timeout;
    private final long maxReplyBytes;
    private final boolean freshConnection;
    private final @Nullable BooleanSupplier mayLeave;

    private HttpRequest(Builder builder) {
        this.method = builder.method;
        this.origin = builder.origin;
        this.path = builder.path;
        this.query = builder.query;
        this.headers = builder.headers;
        this.userAgent = builder.userAgent;
        this.contentType = builder.contentType;
        this.body = builder.body;
        this.connectTimeout = set(builder.connectTimeout, "connectTimeout");
        this.readTimeout = set(builder.readTimeout, "readTimeout");
        this.timeout = set(builder.timeout, "timeout");
        this.maxReplyBytes = builder.maxReplyBytes;
        this.freshConnection = builder.freshConnection;
        this.mayLeave = builder.mayLeave;
        if (maxReplyBytes < 0) {
            throw new IllegalStateException("maxReplyBytes is not set");
        }
        if (method.equals("GET") && body.length() != 0) {
            throw new IllegalStateException("a GET has no body");
        }
    }

    private static Duration set(@Nullable Duration limit, String name) {
        if (limit == null) {
            throw new IllegalStateException(name + " is not set");
        }
        return limit;
    }

    /**
     * Returns a builder of a POST request to the root path without a body. The four limits must be set.
     *
     * @param origin scheme and authority, such as {@code https://cams.ap-southeast-1.aliyuncs.com}
     * @return a builder
     */
    public static Builder builder(String origin) {
        return new Builder(origin);
    }

    /** {@return a builder with everything of this request} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Returns the same request, byte for byte, to be sent over a new connection.
     *
     * @param timeout how long this exchange may take in total
     * @return the other request
     */
    public HttpRequest replay(Duration timeout) {
        Builder replay = toBuilder().timeout(timeout);
        replay.freshConnection = true;
        replay.mayLeave = null; // the first copy has left, and asks what became of it
        return replay.build();
    }

    /** {@return the HTTP method} */
    public String method() {
        return method;
    }

    /** {@return scheme and authority, such as {@code https://cams.ap-southeast-1.aliyuncs.com}} */
    public String origin() {
        return origin;
    }

    /** {@return the percent-encoded path, which begins with a slash; sent as it is} */
    public String path() {
        return path;
    }

    /** {@return the percent-encoded query without the question mark; sent as it is} */
    public String query() {
        return query;
    }

    /** {@return names and values in turn} */
    public List<String> headers() {
        return headers;
    }

    /** {@return what to send as {@code User-Agent}; null to leave it to the transport} */
    public @Nullable String userAgent() {
        return userAgent;
    }

    /** {@return content type of the body; null when there is no body} */
    public @Nullable String contentType() {
        return contentType;
    }

    /** {@return the body; its length is 0 when there is none} */
    public HttpBody body() {
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

    /** {@return how long the exchange may take in total} */
    public Duration timeout() {
        return timeout;
    }

    /** {@return how large the body of the reply may be} */
    public long maxReplyBytes() {
        return maxReplyBytes;
    }

    /** {@return whether to send it over a new connection rather than a pooled one} */
    public boolean freshConnection() {
        return freshConnection;
    }

    /**
     * Asks whether the request may still be sent. A transport asks when the connection is there, just before it writes
     * the first byte, and throws an {@link HttpFailure} that says {@code NOT_SENT} if not.
     *
     * @return whether to send it
     */
    public boolean mayLeave() {
        return mayLeave == null || mayLeave.getAsBoolean();
    }

    /** Shows where the request goes, and nothing of its contents. */
    @Override
    public String toString() {
        return method + " " + origin;
    }

    /** Builds a request. */
    public static final class Builder {
        private final String origin;
        private String method = "POST";
        private String path = "/";
        private String query = "";
        private List<String> headers = List.of();
        private @Nullable String userAgent;
        private @Nullable String contentType;
        private HttpBody body = NO_BODY;
        private @Nullable Duration connectTimeout;
        private @Nullable Duration readTimeout;
        private @Nullable Duration timeout;
        private long maxReplyBytes = -1;
        private boolean freshConnection;
        private @Nullable BooleanSupplier mayLeave;

        private Builder(String origin) {
            this.origin = Objects.requireNonNull(origin);
        }

        private Builder(HttpRequest from) {
            this.origin = from.origin;
            this.method = from.method;
            this.path = from.path;
            this.query = from.query;
            this.headers = from.headers;
            this.userAgent = from.userAgent;
            this.contentType = from.contentType;
            this.body = from.body;
            this.connectTimeout = from.connectTimeout;
            this.readTimeout = from.readTimeout;
            this.timeout = from.timeout;
            this.maxReplyBytes = from.maxReplyBytes;
            this.freshConnection = from.freshConnection;
            this.mayLeave = from.mayLeave;
        }

        /**
         * Sets the HTTP method. Default {@code POST}.
         *
         * @param method {@code POST}, {@code PUT} or {@code DELETE}, with a body or without; {@code GET}, which has none
         * @return this builder
         */
        public Builder method(String method) {
            this.method = Objects.requireNonNull(method);
            return this;
        }

        /**
         * Sets the path. Default: the root.
         *
         * @param path the percent-encoded path, which begins with a slash; sent as it is
         * @return this builder
         */
        public Builder path(String path) {
            this.path = Objects.requireNonNull(path);
            return this;
        }

        /**
         * Sets the query. Default none.
         *
         * @param query the percent-encoded query without the question mark; sent as it is
         * @return this builder
         */
        public Builder query(String query) {
            this.query = Objects.requireNonNull(query);
            return this;
        }

        /**
         * Sets the headers. Default none.
         *
         * @param headers names and values in turn; not copied
         * @return this builder
         */
        public Builder headers(List<String> headers) {
            this.headers = Objects.requireNonNull(headers);
            return this;
        }

        /**
         * Sets what to send as {@code User-Agent}. Default: the transport's.
         *
         * @param userAgent the header's value; null for the default
         * @return this builder
         */
        public Builder userAgent(@Nullable String userAgent) {
            this.userAgent = userAgent;
            return this;
        }

        /**
         * Sets the content type of the body.
         *
         * @param contentType the content type; null when there is no body
         * @return this builder
         */
        public Builder contentType(@Nullable String contentType) {
            this.contentType = contentType;
            return this;
        }

        /**
         * Sets a body in memory.
         *
         * @param bytes the body's bytes, not copied; empty for no body
         * @return this builder
         */
        public Builder body(byte[] bytes) {
            return body(bytes.length == 0 ? NO_BODY : new Bytes(bytes));
        }

        /**
         * Sets a body that is written while it is sent.
         *
         * @param body the body
         * @return this builder
         */
        public Builder body(HttpBody body) {
            this.body = Objects.requireNonNull(body);
            return this;
        }

        /**
         * Sets how long connecting to one address may take.
         *
         * @param connectTimeout the time
         * @return this builder
         */
        public Builder connectTimeout(Duration connectTimeout) {
            this.connectTimeout = Objects.requireNonNull(connectTimeout);
            return this;
        }

        /**
         * Sets how long the service may be silent.
         *
         * @param readTimeout the time
         * @return this builder
         */
        public Builder readTimeout(Duration readTimeout) {
            this.readTimeout = Objects.requireNonNull(readTimeout);
            return this;
        }

        /**
         * Sets how long the exchange may take in total.
         *
         * @param timeout the time
         * @return this builder
         */
        public Builder timeout(Duration timeout) {
            this.timeout = Objects.requireNonNull(timeout);
            return this;
        }

        /**
         * Sets the maximum size of the reply's body.
         *
         * @param maxReplyBytes the limit in bytes
         * @return this builder
         */
        public Builder maxReplyBytes(long maxReplyBytes) {
            this.maxReplyBytes = maxReplyBytes;
            return this;
        }

        /**
         * Sets a last check before the request is written. Default none.
         *
         * @param mayLeave says whether it may be sent
         * @return this builder
         */
        public Builder onlyIf(BooleanSupplier mayLeave) {
            this.mayLeave = Objects.requireNonNull(mayLeave);
            return this;
        }

        /**
         * Builds the request.
         *
         * @return the request
         * @throws IllegalStateException when one of the four limits is not set, or a GET has a body
         */
        public HttpRequest build() {
            return new HttpRequest(this);
        }
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
