package io.github.alimsg.it.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A service whose every connection is in the hands of one piece of code. One thread for each connection. */
final class SmallServer implements AutoCloseable {
    static final String OK =
            "{\"Code\":\"OK\",\"ResponseCode\":\"OK\",\"RequestId\":\"S-1\",\"MessageId\":\"1\",\"ErrorDescription\":\"\"}";

    private static final int BACKLOG = 256;

    private final ServerSocket listener;
    private final Layer layer;
    private final Behaviour behaviour;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "small-server");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** How many connections have been made. */
    final AtomicInteger connections = new AtomicInteger();

    /** How many requests have arrived whole. */
    final AtomicInteger requests = new AtomicInteger();

    /** A permit for each request that arrived whole. */
    final Semaphore arrived = new Semaphore(0);

    /** A permit for each connection that has ended, on either side's account. */
    final Semaphore ended = new Semaphore(0);

    /** What happens on a connection; when it returns, the connection is closed. */
    interface Behaviour {
        void serve(Connection connection) throws IOException, InterruptedException;
    }

    /** What is spoken beneath HTTP, such as TLS. */
    interface Layer {
        Socket over(Socket socket) throws IOException;
    }

    SmallServer(Behaviour behaviour) {
        this(socket -> socket, behaviour);
    }

    SmallServer(Layer layer, Behaviour behaviour) {
        this.layer = layer;
        this.behaviour = behaviour;
        try {
            listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::acceptAll);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** How many connections are open. */
    int openConnections() {
        return open.size();
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            behaviour.serve(new Connection(layer.over(socket)));
        } catch (IOException | InterruptedException e) {
            // the client left, or the test is over
        } finally {
            open.remove(socket);
            ended.release();
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }

    /** One connection, for what a behaviour does with it. */
    final class Connection {
        final Socket socket;
        final InputStream in;
        final OutputStream out;

        Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
        }

        /** Reads one request without a body. @return whether there was one */
        boolean receive() throws IOException {
            var head = new StringBuilder();
            while (!(head.length() > 3 && head.substring(head.length() - 4).equals("\r\n\r\n"))) {
                int next = in.read();
                if (next < 0) {
                    return false;
                }
                head.append((char) next);
            }
            requests.incrementAndGet();
            arrived.release();
            return true;
        }

        void answer() throws IOException {
            answer("HTTP/1.1 200 OK\r\nContent-Length: " + OK.length() + "\r\n\r\n" + OK);
        }

        void answer(String raw) throws IOException {
            out.write(raw.getBytes(raw.chars().allMatch(c -> c < 256) ? ISO_8859_1 : UTF_8));
        }

        /** Closes, and comes back when the other side's system knows: it has acknowledged the end of the stream. */
        void closeAndLetKnow() throws IOException {
            socket.setSoLinger(true, 10);
            socket.close();
        }
    }
}
