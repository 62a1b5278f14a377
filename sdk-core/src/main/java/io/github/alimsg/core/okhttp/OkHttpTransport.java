package io.github.alimsg.core.okhttp;

import io.github.alimsg.core.http.HttpBody;
import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.http.ResponseTooLargeException;

import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.internal.signing.SignedRequest;
import io.github.alimsg.core.internal.listener.Isolated;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.TlsVersion;
import okio.BufferedSink;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Carries exchanges by OkHttp, hardened: no redirects, no cookies, no cache, HTTP/1.1, and bodies that may be sent once.
 *
 * <p>Left to itself, OkHttp sends a POST again after a dropped pooled connection, and follows up 408 and {@code 503
 * Retry-After: 0}. A body declared as one-shot stops all of that, and still lets OkHttp try the other addresses of a host
 * while nothing has been sent.
 */
public final class OkHttpTransport implements HttpTransport {
    /** 256: enough for 1,280 calls a second of 200 ms each, and for ten thousand virtual threads in turn. */
    public static final int DEFAULT_CONNECTIONS = 256;

    /** The default of clients, for which a transport is made ready. */
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
    private static final Set<TlsVersion> MODERN = Set.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3);
    private static final MediaType FORM = MediaType.get(SignedRequest.FORM);
    private static final int ALLOCATED_AT_ONCE = 65_536;
    private static final ExchangeWatch WATCH = new ExchangeWatch();

    private final OkHttpClient base;
    private final boolean owned;
    private final @Nullable Semaphore places;
    private volatile Configured last;
    private volatile @Nullable Origin lastOrigin;
    private volatile boolean closed;

    /** A client with the connect timeout of a call; variants share connections with the base. */
    private record Configured(Duration connect, OkHttpClient client) {}

    /** What the URLs of a service's calls have in common, parsed once. */
    private record Origin(String text, HttpUrl url) {}

    private OkHttpTransport(OkHttpClient client, @Nullable Semaphore places, StaleConnections staleConnections) {
        OkHttpClient.Builder builder = client.newBuilder();
        if (!builder.networkInterceptors().isEmpty()) {
            builder.networkInterceptors().add(0, new OneRequest.HandedOver(WATCH));
        }
        OkHttpClient hardened = builder.followRedirects(false)
                .followSslRedirects(false)
                .cookieJar(okhttp3.CookieJar.NO_COOKIES)
                .cache(null)
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionSpecs(withoutOldTls(client.connectionSpecs()))
                .connectTimeout(CONNECT)
                .callTimeout(Duration.ZERO) // this and silence are the watch's affair
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .dns(new BoundedDns(client.dns(), WATCH))
                .eventListenerFactory(IsolatedEventListener.factory(client.eventListenerFactory()))
                .addInterceptor(new OneRequest(WATCH))
                .addNetworkInterceptor(new BeforeSending(staleConnections))
                .socketFactory(new GuardedSockets(client.socketFactory()))
                .build();
        this.base = hardened.newBuilder()
                .sslSocketFactory(
                        new GuardedTlsSockets(hardened.sslSocketFactory()),
                        Objects.requireNonNull(hardened.x509TrustManager(), "withoutOldTls leaves TLS"))
                .build();
        this.owned = places != null;
        this.places = places;
        this.last = new Configured(CONNECT, base);
    }

    /** TLS 1.2 or later, whatever the application's client would settle for. */
    private static List<ConnectionSpec> withoutOldTls(List<ConnectionSpec> specs) {
        List<ConnectionSpec> kept = new ArrayList<>();
        boolean tls = false;
        for (ConnectionSpec spec : specs) {
            List<TlsVersion> versions = spec.tlsVersions();
            if (!spec.isTls() || versions != null && MODERN.containsAll(versions)) {
                kept.add(spec);
                tls |= spec.isTls();
            }
        }
        if (!tls) {
            kept.add(ConnectionSpec.MODERN_TLS);
        }
        return kept;
    }

    /** {@return a transport with connections of its own: at most 256, idle ones for 30 seconds} */
    public static OkHttpTransport create() {
        return create(DEFAULT_CONNECTIONS);
    }

    /**
     * A transport with connections of its own, which keeps idle ones for 30 seconds.
     *
     * @param maxConnections how many there may be at a time; more calls wait until one is free, the longest waiting
     *     first, and no longer than their timeouts
     * @return the transport
     * @throws IllegalArgumentException when it is less than 1
     */
    public static OkHttpTransport create(int maxConnections) {
        return create(maxConnections, StaleConnections.OF_THIS_JVM);
    }

    /** The same, with a look at idle connections of one's own: tests let time pass without waiting. */
    static OkHttpTransport create(StaleConnections staleConnections) {
        return create(DEFAULT_CONNECTIONS, staleConnections);
    }

    private static OkHttpTransport create(int maxConnections, StaleConnections staleConnections) {
        if (maxConnections < 1) {
            throw new IllegalArgumentException("maxConnections is at least 1, not " + maxConnections);
        }
        return new OkHttpTransport(
                new OkHttpClient.Builder()
                        .socketFactory(new ChannelSockets())
                        .proxySelector(new ProxiesForTls())
                        .connectionPool(
                                new ConnectionPool(maxConnections, KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS))
                        .build(),
                new Semaphore(maxConnections, true),
                staleConnections);
    }

    /**
     * A transport that shares the connections and settings of an application's client, which stays as it is.
     *
     * @param client the application's client
     * @return the transport; closing it leaves the client alone
     */
    public static OkHttpTransport sharing(OkHttpClient client) {
        return sharing(client, StaleConnections.OF_THIS_JVM);
    }

    /** The same, with a look at idle connections of one's own. */
    static OkHttpTransport sharing(OkHttpClient client, StaleConnections staleConnections) {
        return new OkHttpTransport(client, null, staleConnections);
    }

    @Override
    public HttpResponse execute(HttpRequest call) throws HttpFailure, ResponseTooLargeException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long deadline = System.nanoTime() + call.timeout().toNanos();
        if (places == null) {
            return exchange(call, deadline);
        }
        if (!places.tryAcquire() && !places.tryAcquire(call.timeout().toNanos(), TimeUnit.NANOSECONDS)) {
            throw new HttpFailure(
                    Delivery.NOT_SENT,
                    "every connection was busy for all the time this call had; see maxConnections",
                    null);
        }
        try {
            return exchange(call, deadline);
        } finally {
            places.release();
        }
    }

    private HttpResponse exchange(HttpRequest call, long deadline) throws HttpFailure, ResponseTooLargeException {
        var body = new OneShotBody(call.contentType(), call.content());
        Call okCall = client(call).newCall(request(call, body));
        var exchange = new Exchange(okCall, call, deadline);
        okCall.addEventListener(exchange);
        try {
            WATCH.begin(exchange);
            return reply(okCall, call.maxReplyBytes());
        } catch (ResponseTooLargeException e) {
            throw e;
        } catch (Throwable e) { // interceptors, proxy selectors and the like of the application's client throw anything
            throw failure(exchange, e);
        } finally {
            WATCH.end(exchange);
            if (closed && owned) {
                base.connectionPool().evictAll();
            }
        }
    }

    private static HttpFailure failure(Exchange exchange, Throwable e) {
        Isolated.keepInterrupt(e); // OkHttp throws it undeclared while it waits for several connections at a time
        Delivery delivery = exchange.delivery(e);
        String ended = exchange.ended();
        String message = ended != null ? ended : describe(e);
        if (delivery == Delivery.UNKNOWN && !exchange.isSent()) {
            message += "; an interceptor of httpClient is in the way, which may have sent the request by itself";
        }
        return new HttpFailure(delivery, message, e instanceof IOException io ? quotingNothing(io) : e);
    }

    private static HttpResponse reply(Call okCall, long limit) throws IOException {
        try (Response response = okCall.execute()) {
            try {
                return new HttpResponse(response.code(), names(response.headers()), body(response, limit));
            } catch (IOException e) {
                okCall.cancel(); // before the response is closed, which would read on to keep the connection
                throw e;
            }
        }
    }

    private static String describe(Throwable e) {
        if (e instanceof InterruptedException) {
            return "interrupted";
        }
        if (!(e instanceof IOException)) {
            return "the transport failed: " + e.getClass().getName();
        }
        String name = e.getClass().getSimpleName();
        if (quotes(e)) {
            return name + ": the answer breaks the rules of HTTP";
        }
        return e.getMessage() == null ? name : name + ": " + e.getMessage();
    }

    /** Whether a parser threw it. Parsers quote what they cannot read, and answers hold phone numbers and texts. */
    private static boolean quotes(Throwable e) {
        return e instanceof ProtocolException || e instanceof EOFException;
    }

    /** The failure itself, or its like without a message where something in it quotes the answer. */
    private static IOException quotingNothing(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (quotes(cause)) {
                var like = new IOException(describe(e));
                like.setStackTrace(e.getStackTrace());
                return like;
            }
        }
        return e;
    }

    private OkHttpClient client(HttpRequest call) {
        Configured configured = last;
        if (!configured.connect.equals(call.connectTimeout())) {
            configured = configured(call.connectTimeout());
            last = configured;
        }
        return call.freshConnection() ? withoutPool(configured.client) : configured.client;
    }

    /** A client that finds no connection at hand and leaves none behind. */
    private static OkHttpClient withoutPool(OkHttpClient client) {
        return client.newBuilder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS))
                .build();
    }

    private Configured configured(Duration connect) {
        return new Configured(connect, base.newBuilder().connectTimeout(connect).build());
    }

    private Request request(HttpRequest call, OneShotBody body) {
        Request.Builder request = new Request.Builder()
                .url(url(call))
                .method(call.method(), call.method().equals("GET") ? null : body);
        for (int i = 0; i + 1 < call.headers().size(); i += 2) {
            request.addHeader(call.headers().get(i), call.headers().get(i + 1));
        }
        return request.build();
    }

    private HttpUrl url(HttpRequest call) {
        Origin origin = lastOrigin;
        if (origin == null || !origin.text.equals(call.origin())) {
            origin = new Origin(call.origin(), HttpUrl.get(call.origin()));
            lastOrigin = origin;
        }
        HttpUrl.Builder url = origin.url.newBuilder();
        if (!call.path().equals("/")) {
            url.encodedPath(call.path());
        }
        return call.query().isEmpty()
                ? url.build()
                : url.encodedQuery(call.query()).build();
    }

    private static List<String> names(Headers headers) {
        List<String> list = new ArrayList<>(headers.size() * 2);
        for (int i = 0; i < headers.size(); i++) {
            list.add(headers.name(i));
            list.add(headers.value(i));
        }
        return list;
    }

    private static byte[] body(Response response, long limit) throws IOException {
        ResponseBody body = response.body();
        if (body == null) {
            return new byte[0];
        }
        long length = body.contentLength();
        if (length > limit) {
            throw new ResponseTooLargeException(response.code(), limit);
        }
        if (length >= 0 && length <= ALLOCATED_AT_ONCE) { // no room is made on the word of a header alone for more
            return readAll(body.source(), (int) length);
        }
        byte[] bytes = body.byteStream().readNBytes(length >= 0 ? (int) length : (int) limit + 1);
        if (length < 0 && bytes.length > limit) {
            throw new ResponseTooLargeException(response.code(), limit);
        }
        return bytes;
    }

    /** Receives a body that is said to have a length; less where there is no more. */
    private static byte[] readAll(BufferedSource from, int length) throws IOException {
        byte[] bytes = new byte[length];
        int came = 0;
        for (int count; came < length && (count = from.read(bytes, came, length - came)) >= 0; ) {
            came += count;
        }
        return came == length ? bytes : Arrays.copyOf(bytes, came);
    }

    @Override
    public void close() {
        closed = true;
        if (owned) {
            base.connectionPool().evictAll();
            base.dispatcher().executorService().shutdown();
            WATCH.leaveWhenIdle();
        }
    }

    /** Stands between the connection, which is made, and the request, which is about to be written. */
    private record BeforeSending(StaleConnections staleConnections) implements Interceptor {
        @Override
        public Response intercept(Chain chain) throws IOException {
            Connection connection =
                    Objects.requireNonNull(chain.connection(), "a network interceptor has a connection");
            // A tag of the request would tell as well, if OkHttp's did not load half of Kotlin's reflection.
            Exchange exchange = WATCH.of(chain.call());
            if (exchange == null) {
                throw new IOException("an interceptor of httpClient proceeded after the end of its call");
            }
            ResponseGuard guard = ResponseGuard.of(connection.socket());
            exchange.sending(guard == null ? () -> {} : () -> staleConnections.check(guard));
            Response response = guard == null ? sentOnce(chain, exchange) : guarded(chain, guard, exchange);
            if (response.body().contentLength() < -1) { // of which OkHttp would try to read so many bytes
                throw new IOException("the reply's length is negative");
            }
            return response;
        }

        private Response guarded(Chain chain, ResponseGuard guard, Exchange exchange) throws IOException {
            guard.announce(chain.request().method(), exchange);
            try {
                Response response = chain.proceed(chain.request());
                if (!guard.hasPassed(response.code())) {
                    guard.close();
                    throw new IOException("the reply did not come after the request");
                }
                return response;
            } finally {
                staleConnections.used(guard);
            }
        }

        /** Without a guard nobody knows what follows the response, so OkHttp is made to close the connection after it. */
        private static Response sentOnce(Chain chain, Exchange exchange) throws IOException {
            exchange.goesUnheard();
            return chain.proceed(
                    chain.request().newBuilder().header("Connection", "close").build());
        }
    }

    /** A body that may be written once. */
    private static final class OneShotBody extends RequestBody {
        private final @Nullable MediaType type;
        private final HttpBody content;

        OneShotBody(@Nullable String type, HttpBody content) {
            this.type = type == null ? null : type.equals(SignedRequest.FORM) ? FORM : MediaType.get(type);
            this.content = content;
        }

        @Override
        public @Nullable MediaType contentType() {
            return type;
        }

        @Override
        public long contentLength() {
            return content.length();
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            if (content.length() != 0) {
                content.writeTo(sink.outputStream());
            }
        }
    }
}
