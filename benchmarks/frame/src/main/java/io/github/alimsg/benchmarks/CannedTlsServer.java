package io.github.alimsg.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** The replies of {@link CannedServer} over TLS, with a thread for each connection. */
final class CannedTlsServer {
    /** Protects the key store, which is created for every run and has nothing worth protecting. */
    static final String PASSWORD = "benchmarks";

    private CannedTlsServer() {}

    /** Starts serving. Returns the port. */
    static int start(String keyStore) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(keyStore))) {
            store.load(in, PASSWORD.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 4096, InetAddress.getByName("127.0.0.1"));
        thread("tls-accept", () -> accept(server));
        return server.getLocalPort();
    }

    private static void thread(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void accept(SSLServerSocket server) {
        try {
            while (true) {
                var socket = (SSLSocket) server.accept();
                socket.setTcpNoDelay(true);
                thread("tls-connection", () -> serve(socket));
            }
        } catch (IOException e) {
            e.printStackTrace();
        }
    }

    private static void serve(SSLSocket socket) {
        var connection = new CannedServer.Connection(CannedServer.SMALL.clone(), CannedServer.LARGE.clone());
        byte[] bytes = connection.in.array();
        try (socket;
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream()) {
            for (int count; (count = in.read(bytes, connection.in.position(), connection.in.remaining())) >= 0; ) {
                connection.in.position(connection.in.position() + count);
                byte[] answer = connection.answerWhenComplete();
                if (answer != null) {
                    out.write(answer);
                }
            }
        } catch (IOException e) {
            // the client closed the connection
        }
    }
}
