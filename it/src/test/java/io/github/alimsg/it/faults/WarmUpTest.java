package io.github.alimsg.it.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.okhttp.Transports;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that are opened ahead serve the next calls, and ask nothing of the service. */
@Timeout(60)
class WarmUpTest {
    private static final int MOST = 5;
    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    private static Path folder;

    private static CorporateTls tls;

    @BeforeAll
    static void makeCertificates() throws Exception {
        tls = new CorporateTls(folder, "127.0.0.1");
    }

    private static SmallServer server(boolean overTls, SmallServer.Behaviour behaviour) {
        return overTls ? new SmallServer(tls.server(), behaviour) : new SmallServer(behaviour);
    }

    private static DysmsInternationalClient.Builder builder(URI endpoint) {
        return DysmsInternationalClient.builder()
                .endpoint(endpoint)
                .connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .credentials(CredentialsProviders.fixed(Marks.KEY_ID, Marks.SECRET));
    }

    private static DysmsInternationalClient client(SmallServer server, boolean overTls) {
        URI plain = server.endpoint();
        return overTls
                ? builder(URI.create("https://127.0.0.1:" + plain.getPort()))
                        .trust(tls.authority())
                        .maxConnections(MOST)
                        .build()
                : builder(plain).maxConnections(MOST).build();
    }

    private static int attemptsOfSend(DysmsInternationalClient sms) {
        return sms.sendMessageToGlobe(m -> m.to("6281234567890").message("hello"))
                .attempts();
    }

    private static void sendAtOnce(DysmsInternationalClient sms, int calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls);
        try {
            List<Future<Integer>> sent = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                sent.add(threads.submit(() -> attemptsOfSend(sms)));
            }
            for (Future<Integer> attempts : sent) {
                assertThat(attempts.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isOne();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void answerAll(SmallServer.Connection connection) throws IOException {
        while (connection.receive()) {
            connection.answer();
        }
    }

    @ParameterizedTest(name = "over TLS: {0}")
    @ValueSource(booleans = {true, false})
    void theNextCallsUseThem(boolean overTls) throws Exception {
        var allAreBusy = new CyclicBarrier(MOST);
        SmallServer.Behaviour together = connection -> {
            while (connection.receive()) {
                try {
                    allAreBusy.await();
                } catch (BrokenBarrierException e) {
                    throw new IOException(e);
                }
                connection.answer();
            }
        };
        try (var server = server(overTls, together);
                DysmsInternationalClient sms = client(server, overTls)) {
            assertThat(sms.warmUp(MOST)).isEqualTo(MOST);

            for (int round = 1; round <= 3; round++) {
                sendAtOnce(sms, MOST);
                assertThat(server.requests).hasValue(MOST * round);
            }

            assertThat(server.connections).hasValue(MOST);
        }
    }

    @ParameterizedTest(name = "over TLS: {0}")
    @ValueSource(booleans = {true, false})
    void noByteIsSentBesidesTheHandshake(boolean overTls) throws Exception {
        var bytes = new AtomicInteger();
        SmallServer.Behaviour counting = connection -> {
            while (connection.in.read() >= 0) {
                bytes.incrementAndGet();
            }
        };
        try (var server = server(overTls, counting)) {
            try (DysmsInternationalClient sms = client(server, overTls)) {
                assertThat(sms.warmUp(3)).isEqualTo(3);
            }
            assertThat(server.ended.tryAcquire(3, PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
        }
        assertThat(bytes).hasValue(0);
    }

    /** As a load balancer does with connections that carry no request: silently, or with a reply that nobody asked for. */
    @ParameterizedTest(name = "over TLS: {0}, after {1}")
    @CsvSource({"true, ''", "true, HTTP/1.1 408 Request Timeout", "false, ''", "false, HTTP/1.1 408 Request Timeout"})
    void oneThatTheServiceClosedCostsTheNextCallNothing(boolean overTls, String lastWords) throws Exception {
        var open = new AtomicInteger();
        SmallServer.Behaviour closingTheFirst = connection -> {
            if (open.incrementAndGet() > 3) {
                answerAll(connection);
                return;
            }
            if (connection.socket instanceof SSLSocket socket) {
                socket.startHandshake();
            }
            if (!lastWords.isEmpty()) {
                connection.out.write((lastWords + "\r\nContent-Length: 0\r\n\r\n").getBytes(ISO_8859_1));
            }
            connection.closeAndLetKnow();
        };
        try (var server = server(overTls, closingTheFirst);
                DysmsInternationalClient sms = client(server, overTls)) {
            assertThat(sms.warmUp(3)).isEqualTo(3);
            assertThat(server.ended.tryAcquire(3, PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();

            assertThat(attemptsOfSend(sms)).isOne();

            assertThat(server.requests).hasValue(1);
            assertThat(server.connections).hasValue(4);
        }
    }

    @Test
    void oneThatCarriesAReplyNobodyAskedForIsNotUsed() throws Exception {
        var unasked = new Semaphore(0);
        SmallServer.Behaviour talking = connection -> {
            if (unasked.availablePermits() == 0) {
                connection.answer();
                unasked.release();
            }
            answerAll(connection);
        };
        try (var server = server(true, talking);
                DysmsInternationalClient sms = client(server, true)) {
            assertThat(sms.warmUp(1)).isOne();
            assertThat(unasked.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            unasked.release();

            assertThat(attemptsOfSend(sms)).isOne();

            assertThat(server.requests).hasValue(1);
            assertThat(server.connections).hasValue(2);
        }
    }

    @Test
    void thereAreNeverMoreThanTheClientMayHave() throws Exception {
        try (var server = server(true, WarmUpTest::answerAll);
                DysmsInternationalClient sms = client(server, true)) {
            assertThat(sms.warmUp(MOST + 10)).isEqualTo(MOST);
            assertThat(server.connections).hasValue(MOST);
        }
    }

    @Test
    void itTakesNoConnectionFromCalls() throws Exception {
        var answer = new CountDownLatch(1);
        SmallServer.Behaviour slow = connection -> {
            while (connection.receive()) {
                answer.await();
                connection.answer();
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(MOST - 1);
        try (var server = server(false, slow);
                DysmsInternationalClient sms = client(server, false)) {
            List<Future<Integer>> busy = new ArrayList<>();
            for (int i = 1; i < MOST; i++) {
                busy.add(threads.submit(() -> attemptsOfSend(sms)));
            }
            assertThat(server.arrived.tryAcquire(MOST - 1, PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();

            assertThat(sms.warmUp(MOST)).isOne();

            answer.countDown();
            for (Future<Integer> call : busy) {
                assertThat(call.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isOne();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Otherwise it would renew, again and again, the place of a connection that has not carried anything for minutes. */
    @Test
    void whatWasIdleForLongIsReplaced() throws Exception {
        var clock = new AtomicLong();
        var loopback = new LoopbackTls(folder);
        try (var server = new SmallServer(loopback.server("TLSv1.3"), WarmUpTest::answerAll);
                HttpTransport transport =
                        Transports.on(clock::get, loopback.client().build());
                DysmsInternationalClient sms = builder(URI.create(
                                "https://127.0.0.1:" + server.endpoint().getPort()))
                        .transport(transport)
                        .build()) {
            assertThat(sms.warmUp(3)).isEqualTo(3);
            clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(900));
            assertThat(sms.warmUp(3)).isEqualTo(3);
            assertThat(server.connections).hasValue(3);

            clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(200));
            assertThat(sms.warmUp(3)).isEqualTo(3);
            assertThat(server.connections).hasValue(6);
            assertThat(server.ended.tryAcquire(3, PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    @Test
    void aNetworkThatRefusesIsHarmless() throws Exception {
        int port;
        try (var listener = new ServerSocket(0)) {
            port = listener.getLocalPort();
        }
        try (DysmsInternationalClient sms =
                builder(URI.create("http://127.0.0.1:" + port)).build()) {
            assertThat(sms.warmUp(4)).isZero();
        }
    }

    @Test
    void aServiceThatIsNotTrustedIsHarmless() throws Exception {
        try (var server = server(true, WarmUpTest::answerAll);
                DysmsInternationalClient sms = builder(URI.create(
                                "https://127.0.0.1:" + server.endpoint().getPort()))
                        .build()) {
            assertThat(sms.warmUp(4)).isZero();
            assertThat(server.requests).hasValue(0);
        }
    }

    @Test
    void aServiceThatKeepsSilentIsGivenUpAfterTheConnectTimeout() throws Exception {
        var neverAnswered = new CountDownLatch(1);
        SmallServer.Layer silent = socket -> {
            try {
                neverAnswered.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return socket;
        };
        try (var server = new SmallServer(silent, WarmUpTest::answerAll);
                DysmsInternationalClient sms = builder(URI.create(
                                "https://127.0.0.1:" + server.endpoint().getPort()))
                        .connectTimeout(Duration.ofMillis(200))
                        .build()) {
            assertThat(sms.warmUp(4)).isZero();
        }
    }

    @Test
    void someMayFailWhileOthersAreOpened() throws Exception {
        var accepted = new AtomicInteger();
        SmallServer.Layer onlyTwo = socket -> {
            if (accepted.incrementAndGet() > 2) {
                throw new IOException("this one is refused");
            }
            return tls.server().over(socket);
        };
        try (var server = new SmallServer(onlyTwo, WarmUpTest::answerAll);
                DysmsInternationalClient sms = client(server, true)) {
            assertThat(sms.warmUp(4)).isEqualTo(2);
            assertThat(attemptsOfSend(sms)).isOne();
        }
    }

    @Test
    void anInterruptEndsItAndIsKept() throws Exception {
        try (var server = server(false, WarmUpTest::answerAll);
                DysmsInternationalClient sms = client(server, false)) {
            Thread.currentThread().interrupt();
            sms.warmUp(3);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(attemptsOfSend(sms)).isOne();
        }
    }

    @Test
    void aClientThatIsClosedMeanwhileKeepsNone() throws Exception {
        var connected = new Semaphore(0);
        var closed = new CountDownLatch(1);
        SmallServer.Layer late = socket -> {
            connected.release();
            try {
                closed.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return tls.server().over(socket);
        };
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (var server = new SmallServer(late, WarmUpTest::answerAll)) {
            DysmsInternationalClient sms = client(server, true);
            Future<Integer> opened = thread.submit(() -> sms.warmUp(1));
            assertThat(connected.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            sms.close();
            closed.countDown();

            assertThat(opened.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isOne();
            assertThat(server.ended.tryAcquire(20, TimeUnit.SECONDS))
                    .as("earlier than idle connections end")
                    .isTrue();
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void aClosedClientRefuses() {
        DysmsInternationalClient sms = builder(URI.create("http://127.0.0.1:1")).build();
        sms.close();
        assertThatThrownBy(() -> sms.warmUp(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the client is closed");
    }

    @Test
    void thereIsAtLeastOneToOpen() {
        try (DysmsInternationalClient sms =
                builder(URI.create("http://127.0.0.1:1")).build()) {
            assertThatThrownBy(() -> sms.warmUp(0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("connections must be at least 1, not 0");
        }
    }

    @Test
    void theConnectionsOfAnApplicationsClientAreOpenedInItsPool() throws Exception {
        var http = new okhttp3.OkHttpClient();
        try (var server = server(false, WarmUpTest::answerAll);
                DysmsInternationalClient sms =
                        builder(server.endpoint()).httpClient(http).build()) {
            assertThat(sms.warmUp(3)).isEqualTo(3);
            assertThat(http.connectionPool().idleConnectionCount()).isEqualTo(3);
            assertThat(attemptsOfSend(sms)).isOne();
            assertThat(http.connectionPool().connectionCount()).isEqualTo(3);
        } finally {
            http.connectionPool().evictAll();
        }
    }
}
