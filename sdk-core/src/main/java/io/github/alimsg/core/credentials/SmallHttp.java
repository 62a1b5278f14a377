package io.github.alimsg.core.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * One small exchange with a service that gives credentials: no redirect, no repeat, 64 KiB at most.
 *
 * <p>Made of what the JDK has. The transport of calls carries signed POSTs alone, and {@code java.net.http} keeps a
 * thread for each client; this keeps neither threads nor connections. Each exchange has a thread to itself, because what
 * the JDK has cannot be interrupted: who is interrupted leaves, and the thread ends by its timeouts.
 */
final class SmallHttp {
    private static final int LARGEST = 64 << 10;

    private final Duration connectTimeout;
    private final Duration readTimeout;

    SmallHttp(Duration connectTimeout, Duration readTimeout) {
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
    }

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param body the body of a success; empty for any other status
     * @param date the service's clock; null when it told none
     */
    record Reply(int status, String body, @Nullable Instant date) {
        boolean isOk() {
            return status == 200;
        }
    }

    /** Nobody listens there: nothing was sent. */
    static final class UnreachableException extends IOException {
        private static final long serialVersionUID = 1;

        UnreachableException(IOException cause) {
            super("cannot be reached: " + cause.getClass().getSimpleName(), cause);
        }
    }

    Reply get(URI uri, Map<String, String> headers) throws IOException {
        return exchange("GET", uri, headers);
    }

    Reply put(URI uri, Map<String, String> headers) throws IOException {
        return exchange("PUT", uri, headers);
    }

    private Reply exchange(String method, URI uri, Map<String, String> headers) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted");
        }
        var exchange = new FutureTask<>(() -> exchangeHere(method, uri, headers));
        var thread = new Thread(exchange, "alimsg-credentials");
        thread.setDaemon(true);
        thread.start();
        try {
            return exchange.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IOException("failed", e);
        }
    }

    private Reply exchangeHere(String method, URI uri, Map<String, String> headers) throws IOException {
        HttpURLConnection connection = open(uri);
        try {
            connection.setRequestMethod(method);
            connection.setRequestProperty("Connection", "close"); // the JDK starts a thread to watch over idle ones
            headers.forEach(connection::setRequestProperty);
            if (method.equals("PUT")) {
                connection.setDoOutput(true);
                connection.setFixedLengthStreamingMode(0);
            }
            connect(connection);
            if (method.equals("PUT")) {
                connection.getOutputStream().close();
            }
            int status = connection.getResponseCode();
            if (status < 0) {
                throw new IOException("the answer is not HTTP");
            }
            return new Reply(status, status == 200 ? body(connection) : "", date(connection));
        } finally {
            connection.disconnect();
        }
    }

    private HttpURLConnection open(URI uri) throws IOException {
        // What is asked in the clear is this machine or one next to it, where no proxy leads.
        URLConnection opened = uri.getScheme().equalsIgnoreCase("http")
                ? uri.toURL().openConnection(Proxy.NO_PROXY)
                : uri.toURL().openConnection();
        HttpURLConnection connection = (HttpURLConnection) opened;
        connection.setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()));
        connection.setReadTimeout(Math.toIntExact(readTimeout.toMillis()));
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        return connection;
    }

    private static void connect(HttpURLConnection connection) throws UnreachableException {
        try {
            connection.connect();
        } catch (IOException e) {
            throw new UnreachableException(e);
        }
    }

    /** Ends what drips slower than a single silence may last. */
    private String body(HttpURLConnection connection) throws IOException {
        long began = System.nanoTime();
        var body = new ByteArrayOutputStream();
        try (InputStream in = connection.getInputStream()) {
            byte[] part = new byte[4096];
            for (int count; (count = in.read(part)) >= 0; ) {
                body.write(part, 0, count);
                if (body.size() > LARGEST) {
                    throw new IOException("the answer is larger than 64 KiB");
                }
                if (System.nanoTime() - began > readTimeout.toNanos()) {
                    throw new IOException("the answer takes longer than " + readTimeout.toMillis() + " ms");
                }
            }
        }
        return body.toString(UTF_8);
    }

    private static @Nullable Instant date(HttpURLConnection connection) {
        long date = connection.getDate();
        return date == 0 ? null : Instant.ofEpochMilli(date);
    }
}
