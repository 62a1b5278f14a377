package io.github.alimsg.core.okhttp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The look at a connection before it is used again, under TLS: tickets and closing alerts are bytes, too. */
@Timeout(120)
class TlsConnectionsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path folder;

    private static SSLContext context;
    private static X509TrustManager trust;

    /** A certificate for 127.0.0.1, made by the JDK's own tool. */
    @BeforeAll
    static void makeCertificate() throws Exception {
        Path file = folder.resolve("store.p12");
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process keytool = new ProcessBuilder(List.of(
                        tool.toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), ISO_8859_1);
        assertThat(keytool.waitFor()).as(said).isZero();

        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("a", store.getCertificate("a"));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var trusts = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusts.init(trusted);
        trust = (X509TrustManager) trusts.getTrustManagers()[0];
        context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusts.getTrustManagers(), null);
    }

    private static OkHttpClient client() {
        return new OkHttpClient.Builder()
                .socketFactory(new ChannelSockets())
                .sslSocketFactory(context.getSocketFactory(), trust)
                .build();
    }

    /** A clock on which a millisecond passes whenever somebody looks: no connection counts as busy just now. */
    private static StaleConnections lookingAlways() {
        var clock = new AtomicLong();
        return new StaleConnections(() -> clock.addAndGet(1_000_000L));
    }

    private static HttpRequest call(String origin) {
        Duration patience = Duration.ofSeconds(30);
        return HttpRequest.builder(origin)
                .query("a=b")
                .connectTimeout(patience)
                .readTimeout(patience)
                .timeout(patience)
                .maxReplyBytes(1_000)
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aConnectionIsUsedAgain(String version) throws Exception {
        try (var server = new TlsServer(version, Integer.MAX_VALUE);
                var transport = OkHttpTransport.sharing(client(), lookingAlways())) {
            for (int i = 0; i < 200; i++) {
                assertThat(transport.execute(call(server.origin())).text()).isEqualTo("{}");
            }
            assertThat(server.connections).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aClosedConnectionIsNotUsedAgain(String version) throws Exception {
        try (var server = new TlsServer(version, 3);
                var transport = OkHttpTransport.sharing(client(), lookingAlways())) {
            for (int i = 0; i < 60; i++) {
                assertThat(transport.execute(call(server.origin())).text()).isEqualTo("{}");
                if (i % 3 == 2) {
                    assertThat(server.closed.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
                }
            }
            assertThat(server.connections).hasValue(20);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void transportsOnOneClientShareItsConnectionsAndTheClientsOwnCallsDoNot(boolean channels) throws Exception {
        OkHttpClient applications = channels
                ? client()
                : client().newBuilder()
                        .socketFactory(SocketFactory.getDefault())
                        .build();
        try (var server = new TlsServer("TLSv1.3", Integer.MAX_VALUE);
                var one = OkHttpTransport.sharing(applications, lookingAlways());
                var other = OkHttpTransport.sharing(applications, lookingAlways())) {
            for (int i = 0; i < 10; i++) {
                assertThat(one.execute(call(server.origin())).text()).isEqualTo("{}");
                assertThat(other.execute(call(server.origin())).text()).isEqualTo("{}");
            }
            assertThat(server.connections).hasValue(1);
            assertThat(applications.connectionPool().idleConnectionCount()).isEqualTo(1);

            Request request = new Request.Builder().url(server.origin()).build();
            try (Response response = applications.newCall(request).execute()) {
                assertThat(response.body().string()).isEqualTo("{}");
            }
            assertThat(applications.connectionPool().idleConnectionCount()).isEqualTo(2);
        } finally {
            applications.connectionPool().evictAll();
        }
    }

    @Test
    void everythingButTheStreamsIsTheTlsSocketsOwn() throws Exception {
        try (var server = new TlsServer("TLSv1.3", 1);
                Socket plain = new GuardedSockets(new ChannelSockets())
                        .createSocket(InetAddress.getLoopbackAddress(), server.port());
                SSLSocket tls = (SSLSocket) new GuardedTlsSockets(context.getSocketFactory())
                        .createSocket(plain, "127.0.0.1", server.port(), true)) {
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"http/1.1"});
            tls.setSSLParameters(parameters);
            tls.startHandshake();

            assertThat(tls.getSSLParameters().getApplicationProtocols()).containsExactly("http/1.1");
            assertThat(tls.getSession().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(tls.getApplicationProtocol()).isEmpty();
            assertThat(tls.getChannel()).isSameAs(plain.getChannel()).isNotNull();
        }
    }

    /** A delegate that misses one would answer for a socket that was never connected. */
    @ParameterizedTest
    @ValueSource(classes = {ForwardingSocket.class, ForwardingTlsSocket.class})
    void everyMethodOfASocketIsPassedOn(Class<?> type) {
        List<String> own = Stream.of(type.getDeclaredMethods())
                .map(TlsConnectionsTest::signature)
                .toList();
        for (Class<?> parent = type.getSuperclass(); parent != Object.class; parent = parent.getSuperclass()) {
            assertThat(Stream.of(parent.getDeclaredMethods())
                            .filter(method -> Modifier.isPublic(method.getModifiers())
                                    && !Modifier.isStatic(method.getModifiers())
                                    && !Modifier.isFinal(method.getModifiers()))
                            .map(TlsConnectionsTest::signature))
                    .isSubsetOf(own);
        }
    }

    private static String signature(Method method) {
        return method.getName() + List.of(method.getParameterTypes());
    }

    @Test
    void theChannelUnderTlsIsFound() throws Exception {
        try (var server = new TlsServer("TLSv1.3", 1);
                Socket plain = new ChannelSockets().createSocket(InetAddress.getLoopbackAddress(), server.port());
                Socket tls = context.getSocketFactory().createSocket(plain, "127.0.0.1", server.port(), true)) {
            assertThat(tls.getChannel()).isSameAs(plain.getChannel()).isNotNull();
        }
    }

    /** Answers so many requests on each connection, and closes it. */
    private static final class TlsServer implements AutoCloseable {
        final AtomicInteger connections = new AtomicInteger();
        final Semaphore closed = new Semaphore(0);
        private final SSLServerSocket listener;

        TlsServer(String version, int requests) throws IOException {
            listener = (SSLServerSocket)
                    context.getServerSocketFactory().createServerSocket(0, 9, InetAddress.getByName("127.0.0.1"));
            listener.setEnabledProtocols(new String[] {version});
            var thread = new Thread(() -> acceptAll(requests), "tls-server");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return listener.getLocalPort();
        }

        String origin() {
            return "https://127.0.0.1:" + port();
        }

        private void acceptAll(int requests) {
            while (!listener.isClosed()) {
                try {
                    Socket accepted = listener.accept();
                    connections.incrementAndGet();
                    var thread = new Thread(() -> serve(accepted, requests), "tls-connection");
                    thread.setDaemon(true);
                    thread.start();
                } catch (IOException e) {
                    return; // the test is over
                }
            }
        }

        private void serve(Socket accepted, int requests) {
            try (accepted) {
                for (int i = 0; i < requests && receive(accepted.getInputStream()); i++) {
                    accepted.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(ISO_8859_1));
                }
            } catch (IOException e) {
                // the client left, or the test is over
            }
            closed.release();
        }

        private static boolean receive(InputStream in) throws IOException {
            for (int ending = 0; ending < 4; ) {
                int next = in.read();
                if (next < 0) {
                    return false;
                }
                ending = next == (ending % 2 == 0 ? '\r' : '\n') ? ending + 1 : 0;
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }
}
