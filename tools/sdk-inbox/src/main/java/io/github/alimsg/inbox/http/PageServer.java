package io.github.alimsg.inbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Serves the page and its calls. */
public final class PageServer implements AutoCloseable {
    private static final int MAX_THREADS = 250;
    private static final int MAX_STREAMS = 100;
    private static final long MAX_WRITE = TimeUnit.SECONDS.toNanos(5);

    static {
        // Else a small answer waits for the browser's acknowledgement of its headers.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Routes routes;
    private final Access access;
    private final Consumer<Throwable> defects;
    private final PageFiles files = new PageFiles();
    private final Set<OpenStream> streams = ConcurrentHashMap.newKeySet();
    private final AtomicInteger streaming = new AtomicInteger();

    private PageServer(HttpServer server, Routes routes, Access access, Consumer<Throwable> defects) {
        this.server = server;
        this.routes = routes;
        this.access = access;
        this.defects = defects;
        this.threads = new ThreadPoolExecutor(2, MAX_THREADS, 20, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            var thread = new Thread(null, work, "alimsg-inbox-page", 256 * 1024);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Begins to serve.
     *
     * @param port 0 for any that is free
     * @param password the password of every user; null for none
     * @param clock runs what watches slow readers
     * @param defects is told what should not have happened
     * @throws IOException when the port is not free
     */
    @SuppressWarnings("FutureReturnValueIgnored") // what runs there throws nothing
    public static PageServer start(
            InetAddress address,
            int port,
            @Nullable String password,
            Routes routes,
            ScheduledExecutorService clock,
            Consumer<Throwable> defects)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 128);
        var page = new PageServer(server, routes, new Access(server.getAddress().getPort(), password), defects);
        server.setExecutor(page.threads);
        server.createContext("/", page::serve);
        server.start();
        clock.scheduleWithFixedDelay(page::cutSlowReaders, 1, 1, TimeUnit.SECONDS);
        return page;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void cutSlowReaders() {
        long now = System.nanoTime();
        streams.forEach(stream -> stream.cutIfSlow(now, MAX_WRITE));
    }

    private void serve(HttpExchange exchange) {
        try (exchange) {
            PageCall call;
            try {
                call = PageCall.of(exchange);
            } catch (CallException unreadable) {
                send(exchange, unreadable.answer());
                return;
            }
            Answer refusal = access.refusal(call);
            if (refusal == null) {
                access.decorate(call, exchange.getResponseHeaders());
                serve(call);
            } else {
                access.decorate(call, refusal, exchange.getResponseHeaders());
                send(exchange, refusal);
            }
        } catch (IOException theCallerIsGone) {
            // nobody is there to be told
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error defect) {
            defects.accept(defect);
        }
    }

    private void serve(PageCall call) throws IOException, InterruptedException {
        Answer answer;
        try {
            if (!call.path().startsWith(Routes.BASE + "/")) {
                answer = file(call);
            } else {
                Routes.Found found = routes.find(call);
                if (found.handler() instanceof Routes.Streamer streamer) {
                    stream(streamer, found.call());
                    return;
                }
                answer = ((Routes.Handler) found.handler()).answer(found.call());
            }
        } catch (CallException refused) {
            answer = refused.answer();
        } catch (RuntimeException defect) {
            defects.accept(defect);
            answer = Answer.error(500, "the inbox met a defect of its own: " + defect);
        }
        send(call.exchange(), answer);
    }

    private Answer file(PageCall call) throws IOException {
        if (call.method().equals("GET") || call.method().equals("HEAD")) {
            return files.at(call.path());
        }
        throw new CallException(405, "the page is read with GET; calls are below " + Routes.BASE);
    }

    private void stream(Routes.Streamer streamer, PageCall call) throws IOException, InterruptedException {
        if (streaming.incrementAndGet() > MAX_STREAMS) {
            streaming.decrementAndGet();
            throw new CallException(503, "there are " + MAX_STREAMS + " readers of events; close one");
        }
        var stream = new OpenStream(call.exchange());
        streams.add(stream);
        try {
            streamer.stream(call, stream);
        } finally {
            streams.remove(stream);
            streaming.decrementAndGet();
            Thread.interrupted(); // the pool's thread goes on
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (!answer.type().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", answer.type());
        }
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getRequestBody().close();
        boolean none = answer.body().isEmpty() || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), none ? -1 : answer.length());
        if (!none) {
            try (OutputStream out = exchange.getResponseBody()) {
                for (byte[] part : answer.body()) {
                    out.write(part);
                }
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
