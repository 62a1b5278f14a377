package io.github.alimsg.testing.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.alimsg.testing.gateway.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The object storage's own listener on the loopback address. It reads uploads as they come, of any size, and can stop
 * in the middle of one; the server of the gateway can do neither. Starts when it is first needed.
 */
final class ObjectServer {
    private static final int PART = 64 * 1024;

    private final Storage storage;
    private final ObjectChecks checks;
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;
    private volatile boolean offline;

    ObjectServer(Storage storage, ObjectChecks checks) {
        this.storage = storage;
        this.checks = checks;
    }

    synchronized int port() {
        if (server == null) {
            server = started();
        }
        return server.getAddress().getPort();
    }

    private HttpServer started() {
        try {
            var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            HttpServer starting = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
            threads = Executors.newCachedThreadPool(ObjectServer::daemon);
            starting.setExecutor(threads);
            starting.createContext("/", this::handle);
            Thread starter = daemon(starting::start); // its threads are daemons when their maker is one
            starter.start();
            starter.join();
            return starting;
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on 127.0.0.1", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting the object storage", e);
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "fake-object-storage");
        thread.setDaemon(true);
        return thread;
    }

    void goOffline(boolean away) {
        offline = away;
    }

    synchronized void close() {
        closing.countDown();
        if (server != null) {
            server.stop(0);
        }
        if (threads != null) {
            threads.shutdownNow();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) { // closed without an answer, the connection is cut
            if (offline) {
                return;
            }
            Fault fault = storage.begin();
            Upload upload = Upload.read(exchange, fault, closing);
            if (upload == null) {
                return;
            }
            Refusal refusal = fault.kind() == Fault.Kind.FAIL ? fault.refusal() : null;
            if (refusal == null) {
                ObjectChecks.UploadVerdict verdict = checks.judge(upload);
                refusal = verdict.refusal();
                if (verdict.file() != null) {
                    storage.store(verdict.file());
                }
                if (refusal == null && fault.kind() != Fault.Kind.CUT_AFTER) {
                    String checksum = fault.kind() == Fault.Kind.CORRUPT ? "1" : verdict.checksum();
                    exchange.getResponseHeaders().set("x-oss-hash-crc64ecma", checksum);
                    exchange.getResponseHeaders().set("x-oss-request-id", requestId());
                    exchange.sendResponseHeaders(200, -1);
                }
            }
            if (refusal != null) {
                refuse(exchange, refusal);
            }
        }
    }

    private static String requestId() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 24).toUpperCase(Locale.ROOT);
    }

    private static void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
        String id = requestId();
        byte[] xml = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <Code>" + refusal.code()
                        + "</Code>\n  <Message>"
                        + refusal.message().replace("&", "&amp;").replace("<", "&lt;")
                        + "</Message>\n  <RequestId>" + id + "</RequestId>\n  <HostId>127.0.0.1</HostId>\n</Error>\n")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.getResponseHeaders().set("x-oss-request-id", id);
        exchange.sendResponseHeaders(refusal.status(), xml.length);
        exchange.getResponseBody().write(xml);
    }

    /**
     * An upload that was read whole.
     *
     * @param method the HTTP method
     * @param rawPath the path as it stood in the request
     * @param headers values by lower-case name
     * @param size how many bytes the body has
     * @param body the body; empty when it is larger than the fake keeps
     * @param checksum the CRC-64 of the body
     */
    record Upload(
            String method, String rawPath, Map<String, String> headers, long size, ByteString body, String checksum) {

        static @Nullable Upload read(HttpExchange exchange, Fault fault, CountDownLatch closing) throws IOException {
            var headers = new TreeMap<String, String>();
            for (Map.Entry<String, List<String>> header :
                    exchange.getRequestHeaders().entrySet()) {
                headers.put(header.getKey().toLowerCase(Locale.ROOT), String.join(",", header.getValue()));
            }
            String length = headers.getOrDefault("content-length", "0");
            boolean keep = Long.parseLong(length) <= StoredFile.MAX_KEPT_BYTES + PART;
            var kept = new Buffer();
            var checksum = new ObjectChecksum();
            long size = 0;
            InputStream in = exchange.getRequestBody();
            byte[] part = new byte[PART];
            while (true) {
                if (size >= fault.afterBytes()) {
                    if (fault.kind() == Fault.Kind.STALL) {
                        awaitQuietly(closing);
                    }
                    return null;
                }
                int count = in.read(part, 0, (int) Math.min(PART, fault.afterBytes() - size));
                if (count < 0) {
                    break;
                }
                size += count;
                checksum.update(part, count);
                if (keep) {
                    kept.write(part, 0, count);
                }
            }
            boolean whole = Long.toString(size).equals(length);
            return whole
                    ? new Upload(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getRawPath(),
                            headers,
                            size,
                            kept.readByteString(),
                            checksum.value())
                    : null;
        }

        private static void awaitQuietly(CountDownLatch closing) {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /** Shows nothing that may be personal. */
        @Override
        public String toString() {
            return method + " of " + size + " bytes";
        }
    }
}
