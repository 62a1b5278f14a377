package io.github.alimsg.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** The replies of {@link CannedServer} over TLS, with a thread for each connection. Can be taken out of service. */
final class CannedTlsServer {
    private final SSLServerSocket listener;
    private final Counts counts;
    private final boolean notesIds;
    private final Set<Served> open = ConcurrentHashMap.newKeySet();
    private volatile Service service = Service.STAYS;

    /** How a server goes away. */
    enum Service {
        /** Not at all. */
        STAYS,
        /** Its next reply on each connection says {@code Connection: close}. */
        SAYS_CLOSE,
        /** It closes each connection as soon as there is no request on it, without a word. */
        CLOSES
    }

    private CannedTlsServer(Counts counts, boolean notesIds) throws IOException {
        this.listener = (SSLServerSocket) counts.tls
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, 4096, InetAddress.getByName("127.0.0.1"));
        this.counts = counts;
        this.notesIds = notesIds;
    }

    /**
     * Starts serving.
     *
     * @param notesIds whether to find requests that arrive twice, which costs a little
     */
    static CannedTlsServer start(Counts counts, boolean notesIds) throws IOException {
        var server = new CannedTlsServer(counts, notesIds);
        thread("tls-accept", server::accept);
        return server;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Takes it out of service, or back. */
    void become(Service now) {
        service = now;
        if (now == Service.CLOSES) {
            open.forEach(Served::closeIfIdle);
        }
    }

    private static void thread(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                var socket = (SSLSocket) listener.accept();
                counts.connections.increment();
                socket.setTcpNoDelay(true);
                var served = new Served(socket);
                thread("tls-connection", served::serve);
            }
        } catch (IOException e) {
            e.printStackTrace();
        }
    }

    private final class Served {
        private final SSLSocket socket;
        private volatile boolean idle = true;

        Served(SSLSocket socket) {
            this.socket = socket;
        }

        void closeIfIdle() {
            if (idle) {
                try {
                    socket.close();
                } catch (IOException e) {
                    // closed is closed
                }
            }
        }

        void serve() {
            var connection = new CannedServer.Connection(CannedServer.SMALL.clone(), CannedServer.LARGE.clone());
            byte[] bytes = connection.in.array();
            open.add(this);
            try (socket) {
                socket.startHandshake();
                counts.handshakes.increment();
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream();
                for (int count; (count = in.read(bytes, connection.in.position(), connection.in.remaining())) >= 0; ) {
                    idle = false;
                    int end = connection.in.position() + count;
                    connection.in.position(end);
                    byte[] answer = connection.answerWhenComplete();
                    if (answer != null) {
                        if (notesIds) {
                            counts.request(id(bytes, end));
                        } else {
                            counts.requests.increment();
                        }
                        Service now = service;
                        out.write(now == Service.SAYS_CLOSE ? sayingClose(answer) : answer);
                        if (now != Service.STAYS) {
                            return;
                        }
                        idle = true;
                    }
                }
            } catch (IOException e) {
                // the client closed the connection, or this server goes away
            } finally {
                open.remove(this);
            }
        }

        /** The value of the parameter OutId; the whole request when it has none. */
        private static String id(byte[] bytes, int end) {
            String request = new String(bytes, 0, end, US_ASCII);
            int from = request.indexOf("OutId=");
            int to = from;
            while (to >= 0 && to < end && " &\r\n".indexOf(request.charAt(to)) < 0) {
                to++;
            }
            return from < 0 ? request : request.substring(from, to);
        }

        private static byte[] sayingClose(byte[] answer) {
            return new String(answer, ISO_8859_1)
                    .replace("Connection: keep-alive", "Connection: close")
                    .getBytes(ISO_8859_1);
        }
    }
}
