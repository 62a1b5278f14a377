package io.github.alimsg.it.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An HTTP proxy that opens tunnels, and remembers all that it sees. */
final class Tunnels implements AutoCloseable {
    private final SmallServer server = new SmallServer(this::serve);
    private final Map<String, URI> targets = new ConcurrentHashMap<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private volatile @Nullable String login;
    private volatile @Nullable String refusal;

    URI address() {
        return server.endpoint();
    }

    /** Where a tunnel to a host leads. */
    Tunnels leads(String host, URI target) {
        targets.put(host, target);
        return this;
    }

    /** Asks every request without this header for a login. */
    void requireLogin(String authorization) {
        login = authorization;
    }

    /** Refuses every tunnel with a status line. */
    void refuse(String status) {
        refusal = status;
    }

    /** What was asked of the proxy, with all headers. */
    List<String> heads() {
        return heads;
    }

    /** The hosts to which tunnels were asked for. */
    List<String> hosts() {
        return heads.stream().map(head -> head.split("[ :]", 3)[1]).toList();
    }

    /** All that clients sent through the tunnels, as the proxy sees it. */
    String seen() {
        synchronized (seen) {
            return seen.toString(ISO_8859_1);
        }
    }

    private void serve(SmallServer.Connection connection) throws IOException, InterruptedException {
        String head = head(connection.in);
        heads.add(head);
        String required = login;
        String refused = refusal;
        if (required != null && !head.contains("Proxy-Authorization: " + required + "\r\n")) {
            refused = "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"corp\"";
        }
        URI target = targets.get(head.split("[ :]", 3)[1]);
        if (refused != null || target == null) {
            String status = refused == null ? "502 Bad Gateway" : refused;
            connection.answer("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
            return;
        }
        try (Socket service = new Socket(InetAddress.getLoopbackAddress(), target.getPort())) {
            connection.answer("HTTP/1.1 200 Connected\r\n\r\n");
            var back = new Thread(() -> copy(service, connection), "tunnel");
            back.setDaemon(true);
            back.start();
            byte[] bytes = new byte[8192];
            for (int count; (count = connection.in.read(bytes)) >= 0; ) {
                synchronized (seen) {
                    seen.write(bytes, 0, count);
                }
                service.getOutputStream().write(bytes, 0, count);
            }
        }
    }

    private static void copy(Socket from, SmallServer.Connection to) {
        try {
            copy(from.getInputStream(), to.out);
            to.socket.close();
        } catch (IOException e) {
            // one side has left
        }
    }

    static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] bytes = new byte[8192];
        for (int count; (count = from.read(bytes)) >= 0; ) {
            to.write(bytes, 0, count);
            to.flush();
        }
    }

    /** A service that passes what it decrypts on to a plain one. */
    static SmallServer decrypting(CorporateTls tls, URI plain) {
        return new SmallServer(tls.server(), connection -> {
            try (Socket service = new Socket(InetAddress.getLoopbackAddress(), plain.getPort())) {
                var back = new Thread(() -> copy(service, connection), "decrypted");
                back.setDaemon(true);
                back.start();
                copy(connection.in, service.getOutputStream());
            }
        });
    }

    /** Reads the head of a request. */
    static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(UTF_8).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        return head.toString(UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
