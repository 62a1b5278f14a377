package io.github.alimsg.core.okhttp;

import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.http.ResponseTooLargeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The transport over OkHttp, hardened: no redirects, no cookies, no cache, HTTP/1.1 only, and bodies that are sent at
 * most once.
 *
 * <p>By default, OkHttp sends a POST again when a pooled connection was dropped, after a 408, and after {@code 503
 * Retry-After: 0}. A one-shot body prevents all of that, and still lets OkHttp try the other addresses of a host while
 * nothing has been sent.
 */
public final class OkHttpTransport implements HttpTransport {
    /** Enough for 1,280 calls a second of 200 ms each, and for ten thousand virtual threads that take turns. */
    public static final int DEFAULT_CONNECTIONS = 256;

    private static final ExchangeWatch WATCH = new ExchangeWatch();

    private final OkHttpClient base;
    private final @Nullable JdkTrust trust;
    private final @Nullable Places places;
    private final StaleConnections staleConnections;
    private final Requests requests = new Requests();
    private volatile Configured last;
    private volatile boolean closed;

    /** A client with the connect timeout of a call; variants share connections with the base. */
    private record Configured(Duration connect, OkHttpClient client) {}

    private OkHttpTransport(
            OkHttpClient client, @Nullable JdkTrust trust, @Nullable Places places, StaleConnections staleConnections) {
        this.base = places != null
                ? Hardening.ofOwn(client, staleConnections, WATCH)
                : Hardening.ofApplications(client, staleConnections, WATCH);
        this.trust = trust;
        this.places = places;
        this.staleConnections = staleConnections;
        this.last = new Configured(Hardening.CONNECT, base);
    }

    /** {@return a transport with its own connections: at most 256, kept for 30 seconds when idle} */
    public static OkHttpTransport create() {
        return create(DEFAULT_CONNECTIONS);
    }

    /**
     * Returns a transport with its own connections, which are kept for 30 seconds when idle.
     *
     * @param maxConnections how many may be open at a time; further calls wait for a free one, in order of arrival and
     *     no longer than their timeouts
     * @return the transport
     * @throws IllegalArgumentException when it is less than 1
     */
    public static OkHttpTransport create(int maxConnections) {
        return create(maxConnections, null, null);
    }

    /**
     * Returns a transport with its own connections, through a proxy.
     *
     * @param maxConnections how many may be open at a time, as above
     * @param proxy the proxy; null for the JVM's
     * @param trust a file of certificates to trust in addition to the JDK's, in PEM or DER; null for none
     * @return the transport
     * @throws IllegalArgumentException when the number is less than 1, or the file has no certificates or cannot be read
     */
    public static OkHttpTransport create(int maxConnections, @Nullable HttpProxy proxy, @Nullable Path trust) {
        return create(maxConnections, proxy, trust, StaleConnections.SHARED);
    }

    /** The same with another check of idle connections, so that tests can let time pass without waiting. */
    static OkHttpTransport create(StaleConnections staleConnections) {
        return create(DEFAULT_CONNECTIONS, null, null, staleConnections);
    }

    private static OkHttpTransport create(
            int maxConnections, @Nullable HttpProxy proxy, @Nullable Path trust, StaleConnections staleConnections) {
        if (maxConnections < 1) {
            throw new IllegalArgumentException("maxConnections must be at least 1, not " + maxConnections);
        }
        var jdkTrust = new JdkTrust(trust);
        return new OkHttpTransport(
                OwnClient.create(maxConnections, proxy, jdkTrust),
                jdkTrust,
                new Places(maxConnections),
                staleConnections);
    }

    /**
     * Returns a transport that shares the connections and settings of an application's client, which stays unchanged.
     *
     * @param client the application's client
     * @return the transport; closing it leaves the client open
     */
    public static OkHttpTransport sharing(OkHttpClient client) {
        return sharing(client, StaleConnections.SHARED);
    }

    /** The same with another check of idle connections. */
    static OkHttpTransport sharing(OkHttpClient client, StaleConnections staleConnections) {
        return new OkHttpTransport(client, null, null, staleConnections);
    }

    /**
     * Begins to read the certificates that the JDK trusts, on a thread that ends when it has done so. Without this, the
     * first connection over TLS waits for them, a tenth of a second in a cold JVM. If they cannot be read, the first
     * connection tries again and fails, before anything is sent. Does nothing for an application's client.
     */
    public void loadTrust() {
        if (trust != null) {
            trust.loadAhead();
        }
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
        places.take(call.timeout());
        try {
            return exchange(call, deadline);
        } finally {
            places.giveBack();
        }
    }

    private HttpResponse exchange(HttpRequest call, long deadline) throws HttpFailure, ResponseTooLargeException {
        var body = new OneShotBody(call.contentType(), call.body());
        boolean withheld = places != null && RequestTarget.isInsertable(call.query());
        Call okCall = client(call).newCall(requests.of(call, withheld ? "" : call.query(), body));
        var exchange = new Exchange(okCall, call, withheld ? call.query() : null, deadline);
        okCall.addEventListener(exchange);
        try {
            WATCH.begin(exchange);
            return Received.of(okCall, call.maxReplyBytes());
        } catch (ResponseTooLargeException e) {
            throw e;
        } catch (Throwable e) { // interceptors, proxy selectors and the like of the application's client may throw
            // anything
            throw exchange.failure(e);
        } finally {
            WATCH.end(exchange);
            if (closed && places != null) {
                base.connectionPool().evictAll();
            }
        }
    }

    private OkHttpClient client(HttpRequest call) {
        Configured configured = last;
        if (!configured.connect.equals(call.connectTimeout())) {
            configured = configured(call.connectTimeout());
            last = configured;
        }
        return call.freshConnection() ? withoutPool(configured.client) : configured.client;
    }

    /** A client that uses no pooled connection and leaves none behind. */
    private static OkHttpClient withoutPool(OkHttpClient client) {
        return client.newBuilder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS))
                .build();
    }

    private Configured configured(Duration connect) {
        return new Configured(connect, base.newBuilder().connectTimeout(connect).build());
    }

    /** Of connections of its own, those that calls hold; of an application's client, all that are not idle. */
    @Override
    public OptionalInt connectionsInUse() {
        ConnectionPool pool = base.connectionPool();
        int ofApplication = Math.max(0, pool.connectionCount() - pool.idleConnectionCount());
        return OptionalInt.of(places == null ? ofApplication : places.taken());
    }

    @Override
    public int warmUp(String origin, int connections, Duration longest) {
        int opened = WarmUp.open(base, places, staleConnections, origin, connections, longest);
        if (closed && places != null) {
            base.connectionPool().evictAll();
        }
        return opened;
    }

    @Override
    public void close() {
        closed = true;
        if (places != null) {
            base.connectionPool().evictAll();
            base.dispatcher().executorService().shutdown();
            WATCH.leaveWhenIdle();
        }
    }
}
