package io.github.alimsg.core.okhttp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens connections ahead of calls, without a request to the service.
 *
 * <p><b>Idea.</b> OkHttp opens a connection only for a call. So each connection gets a call that ends in this process:
 * it connects, as far as TLS, and waits there until the others have their connections too, so that no two share one.
 * Then the connection's {@link ResponseGuard} drops the request and provides a response, and OkHttp puts the connection
 * into its pool. The service sees only handshakes.
 *
 * <p>A pooled connection that was used within the last second is one of those wanted. An older one is closed and
 * replaced: its place in the pool is renewed here, and it would otherwise be idle for longer than the pool keeps
 * connections, and more likely be closed by the service while a call is sent on it.
 */
final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.alimsg.core.Calls");

    /** Cancelled calls end within milliseconds; nothing waits longer than this for one that does not. */
    private static final long GRACE_MILLIS = 1_000;

    private final OkHttpClient client;
    private final Request request;
    private final StaleConnections staleConnections;
    private final List<Attempt> attempts = new ArrayList<>();
    private final CountDownLatch connecting;
    private final CountDownLatch together = new CountDownLatch(1);
    private final CountDownLatch ended;
    private final AtomicInteger opened = new AtomicInteger();
    private volatile @Nullable Throwable failure;

    private WarmUp(OkHttpClient client, StaleConnections staleConnections, String origin, int connections) {
        OkHttpClient.Builder builder = client.newBuilder().eventListener(EventListener.NONE);
        builder.interceptors().clear(); // nobody should see, or change, a request that is not sent
        builder.networkInterceptors().clear();
        this.client = builder.build();
        this.request = new Request.Builder().url(HttpUrl.get(origin)).head().build();
        this.staleConnections = staleConnections;
        this.connecting = new CountDownLatch(connections);
        this.ended = new CountDownLatch(connections);
        for (int i = 0; i < connections; i++) {
            attempts.add(new Attempt());
        }
    }

    /**
     * Opens connections, and returns when they are open, or no longer than a second after they should have been. Takes
     * only connections that no call has or waits for.
     *
     * @param client the client in whose pool they are kept
     * @param places how many there may be; null for any number
     * @param staleConnections checks connections that are open already
     * @param origin scheme and authority
     * @param connections how many
     * @param longest how long connecting may take
     * @return how many are open and idle
     */
    static int open(
            OkHttpClient client,
            @Nullable Places places,
            StaleConnections staleConnections,
            String origin,
            int connections,
            Duration longest) {
        int free = places == null ? connections : places.takeFree(connections);
        try {
            var warmUp = new WarmUp(client, staleConnections, origin, free);
            warmUp.run(longest);
            LOG.debug(
                    "{} of {} connections to {} opened ahead{}",
                    warmUp.opened,
                    connections,
                    origin,
                    warmUp.failure == null ? "" : ": " + FailureText.describe(Objects.requireNonNull(warmUp.failure)));
            return warmUp.opened.get();
        } finally {
            if (places != null) {
                places.giveBack(free);
            }
        }
    }

    private void run(Duration longest) {
        boolean interrupted = false;
        attempts.forEach(Attempt::start);
        try {
            connecting.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        attempts.forEach(Attempt::endUnlessConnected);
        together.countDown();
        try {
            ended.await(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One connection: a call on a thread of its own, and the last of its interceptors. */
    private final class Attempt implements Interceptor {
        private final Thread thread = new Thread(this::run, "alimsg-warm-up");
        private volatile @Nullable Call call;
        private volatile boolean connected;
        private volatile boolean over;

        void start() {
            thread.setDaemon(true);
            try {
                thread.start();
            } catch (Throwable e) { // no memory for a thread
                failure = e;
                connecting.countDown();
                ended.countDown();
            }
        }

        private void run() {
            try {
                connect();
                opened.incrementAndGet();
            } catch (Throwable e) {
                failure = e;
            } finally {
                if (!connected) {
                    connecting.countDown();
                }
                ended.countDown();
            }
        }

        private void connect() throws IOException {
            OkHttpClient withThis =
                    client.newBuilder().addNetworkInterceptor(this).build();
            while (true) {
                Call next = withThis.newCall(request);
                call = next;
                if (over) {
                    throw new InterruptedIOException("it took too long");
                }
                try {
                    next.execute().close();
                    return;
                } catch (StaleConnections.StaleConnection e) {
                    // It is out of the pool: the next one is another.
                }
            }
        }

        /** OkHttp has a connection, and is about to write the request to it. */
        @Override
        public Response intercept(Chain chain) throws IOException {
            ResponseGuard guard =
                    ResponseGuard.of(Objects.requireNonNull(chain.connection()).socket());
            if (guard == null) {
                throw new IOException("connections through a SOCKS proxy are not used twice");
            }
            boolean isNew = !guard.isUsed();
            staleConnections.checkUsedLately(guard);
            awaitOthers();
            guard.respondHere();
            Response response = chain.proceed(chain.request());
            if (isNew) {
                staleConnections.used(guard);
            }
            return response;
        }

        private void awaitOthers() throws IOException {
            connected = true;
            connecting.countDown();
            try {
                together.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
        }

        void endUnlessConnected() {
            over = true;
            Call begun = call;
            if (!connected) {
                if (begun != null) {
                    begun.cancel();
                }
                thread.interrupt();
            }
        }
    }
}
