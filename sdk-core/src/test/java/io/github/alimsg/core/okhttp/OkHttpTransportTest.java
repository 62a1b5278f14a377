package io.github.alimsg.core.okhttp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.http.ResponseTooLargeException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.ConnectionSpec;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OkHttpTransportTest {
    private static final byte[] FORM = "Message=hello%20world".getBytes(UTF_8);
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";
    private static final int LIMIT = 1_000;

    private final MockWebServer server = new MockWebServer();
    private final OkHttpClient applications = new OkHttpClient.Builder()
            .cookieJar(new RememberingCookieJar())
            .authenticator((route, response) -> response.request())
            .build();
    private final OkHttpTransport own = OkHttpTransport.create();
    private final OkHttpTransport sharing = OkHttpTransport.sharing(applications);

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getByName("127.0.0.1"), 0);
    }

    @AfterEach
    void stop() {
        own.close();
        sharing.close();
        applications.connectionPool().evictAll();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308, 401, 408, 421, 500, 502, 503})
    void whateverTheStatusOneRequestIsSent(int status) throws Exception {
        for (HttpTransport transport : List.of(own, sharing)) {
            int before = server.getRequestCount();
            server.enqueue(new MockResponse.Builder()
                    .code(status)
                    .addHeader("Location", server.url("/elsewhere"))
                    .addHeader("Retry-After", "0")
                    .addHeader("WWW-Authenticate", "Basic realm=x")
                    .body("no")
                    .build());
            server.enqueue(answer("never"));

            HttpResponse reply = transport.execute(call());

            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.text()).isEqualTo("no");
            assertThat(server.getRequestCount() - before).isEqualTo(1);
            server.setDispatcher(new mockwebserver3.QueueDispatcher());
        }
    }

    @Test
    void requestIsNotSentAgainWhenAPooledConnectionIsCutAfterIt() throws Exception {
        server.enqueue(answer("first"));
        server.enqueue(cut().onResponseStart(new SocketEffect.CloseSocket()).build());
        server.enqueue(answer("never"));
        own.execute(call());

        assertFails(Delivery.UNKNOWN, own, call());

        server.takeRequest();
        assertThat(server.takeRequest().getExchangeIndex()).isEqualTo(1); // it did go over the pooled connection
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void requestIsNotSentAgainWhenAPooledConnectionIsCutWhileItIsSent() throws Exception {
        server.enqueue(answer("first"));
        server.enqueue(cut().onRequestBody(new SocketEffect.CloseSocket()).build());
        server.enqueue(answer("never"));
        own.execute(call());

        assertFails(Delivery.UNKNOWN, own, call());

        assertThat(server.getRequestCount()).isLessThanOrEqualTo(2); // the cut one may not count
    }

    @Test
    void aPooledConnectionThatWasCutBeforeIsNotUsed() throws Exception {
        try (var plain = new PlainServer(true)) {
            own.execute(call(plain.origin()));
            await(plain.firstClosed);

            assertThat(own.execute(call(plain.origin())).status()).isEqualTo(200);

            assertThat(plain.connections).hasValue(2);
        }
    }

    @Test
    void requestIsNotSentAgainWhenAnApplicationsConnectionWasCutBefore() throws Exception {
        var busyJustNow = OkHttpTransport.sharing(applications, new StaleConnections(() -> 0));
        try (var plain = new PlainServer(true)) {
            busyJustNow.execute(call(plain.origin()));
            await(plain.firstClosed);

            assertFails(Delivery.UNKNOWN, busyJustNow, call(plain.origin())); // what is young is not looked at

            assertThat(plain.connections).hasValue(1);
        }
    }

    @Test
    void theSameCallAgainGoesOverAConnectionThatIsNotKept() throws Exception {
        HttpRequest first = call();
        for (int i = 0; i < 4; i++) {
            server.enqueue(answer("ok"));
            own.execute(i % 2 == 0 ? first : first.replay(Duration.ofSeconds(30)));
        }

        List<Integer> connections = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            RecordedRequest request = server.takeRequest();
            connections.add(request.getConnectionIndex());
            assertThat(request.getTarget()).isEqualTo("/?" + first.query());
            assertThat(request.getBody().toByteArray()).isEqualTo(FORM);
        }
        assertThat(connections).containsExactly(0, 1, 0, 2);
    }

    @Test
    void requestIsNotSentAgainWhenAFreshConnectionIsCut() {
        server.enqueue(cut().onRequestStart(new SocketEffect.CloseSocket()).build());
        server.enqueue(answer("never"));

        assertFails(Delivery.UNKNOWN, own, call());

        assertThat(server.getRequestCount()).isLessThanOrEqualTo(1);
    }

    @Test
    void refusedConnectionIsNotSent() throws Exception {
        int port = server.getPort();
        server.close();

        assertFails(Delivery.NOT_SENT, own, call("http://127.0.0.1:" + port));
    }

    @Test
    void unknownHostIsNotSent() {
        var nowhere = OkHttpTransport.sharing(applications
                .newBuilder()
                .dns(host -> {
                    throw new UnknownHostException(host);
                })
                .build());

        assertFails(Delivery.NOT_SENT, nowhere, call("http://nowhere.example"));
    }

    @Test
    void failedHandshakeIsNotSent() throws Exception {
        try (var plain = new PlainServer(true)) {
            assertFails(Delivery.NOT_SENT, own, call(plain.origin().replace("http:", "https:")));
        }
    }

    @Test
    void otherAddressesOfAHostAreTriedWhileNothingWasSent() throws Exception {
        Dns dns = host -> List.of(InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.1"));
        var twoAddresses =
                OkHttpTransport.sharing(applications.newBuilder().dns(dns).build());
        server.enqueue(answer("ok"));

        HttpResponse reply = twoAddresses.execute(call("http://service.example:" + server.getPort()));

        assertThat(reply.text()).isEqualTo("ok");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void silenceAfterTheRequestIsUnknown() throws Exception {
        server.enqueue(answer("{}"));
        server.enqueue(cut().onResponseStart(SocketEffect.Stall.INSTANCE).build());
        own.execute(call()); // connecting alone may take longer than the timeout below

        assertFails(Delivery.UNKNOWN, own, call(origin(), Duration.ofMillis(300), Duration.ofSeconds(30)));

        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cutAnswerIsUnknown(boolean chunked) {
        String text = "x".repeat(LIMIT);
        MockResponse.Builder answer = new MockResponse.Builder();
        server.enqueue((chunked ? answer.chunkedBody(text, 100) : answer.body(text))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        assertFails(Delivery.UNKNOWN, own, call());
    }

    @ParameterizedTest
    @CsvSource({"999, true", "1000, true", "1001, false", "100000, false"})
    void answersUpToTheLimitAreRead(int size, boolean read) throws Exception {
        String text = "x".repeat(size);
        Buffer zipped = gzip(text);
        server.enqueue(new MockResponse.Builder().body(text).build());
        server.enqueue(new MockResponse.Builder().chunkedBody(text, 100).build());
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(zipped)
                .build());

        for (int i = 0; i < 3; i++) {
            if (read) {
                assertThat(own.execute(call()).text()).isEqualTo(text);
            } else {
                assertTooLarge();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2", "-5", "-9223372036854775808"})
    void aNegativeLengthIsUnknown(String length) {
        server.enqueue(
                new MockResponse.Builder().setHeader("Content-Length", length).build());

        assertFails(Delivery.UNKNOWN, own, call());
    }

    @Test
    void bombIsNotUnpackedBeyondTheLimit() throws Exception {
        Buffer zipped = gzip("0".repeat(50_000_000));
        server.enqueue(new MockResponse.Builder()
                .code(502)
                .addHeader("Content-Encoding", "gzip")
                .body(zipped)
                .build());

        assertThat(assertTooLarge().status()).isEqualTo(502);
    }

    @Test
    void callEndsInTimeHoweverSlowlyTheAnswerDrips() {
        server.enqueue(new MockResponse.Builder()
                .body("x".repeat(LIMIT))
                .throttleBody(1, 10, TimeUnit.MILLISECONDS)
                .build());

        HttpFailure failure =
                assertFails(Delivery.UNKNOWN, own, call(origin(), Duration.ofSeconds(30), Duration.ofMillis(200)));

        assertThat(failure).hasMessageContaining("timeout");
    }

    @Test
    void interruptEndsTheWaitForAnAnswerAndLeavesTheFlag() throws Exception {
        var arrived = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        server.setDispatcher(waiting(arrived, release));
        var flag = new AtomicBoolean();
        var failure = new AtomicReference<@Nullable Throwable>();
        var thread = new Thread(() -> {
            failure.set(catchThrowableOfType(HttpFailure.class, () -> own.execute(call())));
            flag.set(Thread.currentThread().isInterrupted());
        });
        thread.start();
        await(arrived);

        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(5)); // the read timeout is six times that

        assertThat(thread.isAlive()).isFalse();
        release.countDown();
        assertThat(failure.get())
                .isInstanceOfSatisfying(
                        HttpFailure.class, e -> assertThat(e.delivery()).isEqualTo(Delivery.UNKNOWN));
        assertThat(flag).isTrue();
    }

    @Test
    void interruptedThreadSendsNothing() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> own.execute(call())).isInstanceOf(InterruptedException.class);

        assertThat(Thread.interrupted()).isFalse();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void connectionsAreReused() throws Exception {
        server.enqueue(answer("first"));
        server.enqueue(new MockResponse.Builder().chunkedBody("second", 3).build());
        server.enqueue(answer(""));
        for (int i = 0; i < 3; i++) {
            own.execute(call(origin(), Duration.ofSeconds(10 + i), Duration.ofSeconds(30)));
        }

        for (int i = 0; i < 3; i++) {
            assertThat(server.takeRequest().getExchangeIndex()).isEqualTo(i);
        }
    }

    /** OkHttp makes sockets for SOCKS proxies itself: what follows a reply there can't be known. */
    @Test
    void aConnectionThatIsNotGuardedIsUsedOnce() throws Exception {
        try (var proxy = new SocksServer()) {
            var proxied = OkHttpTransport.sharing(applications
                    .newBuilder()
                    .proxy(new Proxy(Proxy.Type.SOCKS, new InetSocketAddress("127.0.0.1", proxy.port())))
                    .build());
            for (int i = 1; i <= 3; i++) {
                assertThat(proxied.execute(call("http://127.0.0.1:9")).text()).isEqualTo("" + i);
                assertThat(proxy.connections).hasValue(i);
            }
        }
    }

    @Test
    void aClientWithOnlyPlainConnectionsCanBeShared() throws Exception {
        server.enqueue(answer("ok"));
        var plain = OkHttpTransport.sharing(applications
                .newBuilder()
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .build());

        assertThat(plain.execute(call()).text()).isEqualTo("ok");
    }

    @Test
    void oneRequestIdForAllRepliesIsNothingOdd() throws Exception {
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder()
                    .addHeader("x-acs-request-id", "A-1")
                    .body("" + i)
                    .build());
            assertThat(own.execute(call()).text()).isEqualTo("" + i);
        }
        server.takeRequest();
        server.takeRequest();
        assertThat(server.takeRequest().getExchangeIndex())
                .as("on one connection")
                .isEqualTo(2);
    }

    @Test
    void requestIsSentAsItIsGiven() throws Exception {
        String query = "A=%7B%22a%22%3A%22%27%5B%5D%7C%5E%60%2A%20%25%22%7D&B=-_.~&C=";
        server.enqueue(answer("ok"));

        own.execute(call(
                origin(),
                query,
                List.of("x-acs-action", "Send", "x-acs-date", "2026", "x-two", "1", "x-two", "2"),
                FORM));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getTarget()).isEqualTo("/?" + query);
        assertThat(request.getBody().toByteArray()).isEqualTo(FORM);
        assertThat(request.getHeaders().values("x-acs-action")).containsExactly("Send");
        assertThat(request.getHeaders().values("x-two")).containsExactly("1", "2");
        assertThat(request.getHeaders().values("Content-Type")).containsExactly(FORM_TYPE);
        assertThat(request.getHeaders().values("Content-Length")).containsExactly("" + FORM.length);
        assertThat(request.getHeaders().values("Host")).containsExactly("127.0.0.1:" + server.getPort());
    }

    @Test
    void requestWithoutBodyHasLengthZeroAndNoType() throws Exception {
        server.enqueue(answer("ok"));

        own.execute(call(origin(), "", List.of(), new byte[0]));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/");
        assertThat(request.getHeaders().get("Content-Length")).isEqualTo("0");
        assertThat(request.getHeaders().get("Content-Type")).isNull();
    }

    @Test
    void headersOfTheAnswerAreFoundInAnyCase() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .addHeader("X-Acs-Retry-After", "7")
                .addHeader("X-Acs-Retry-After", "8")
                .body("{}")
                .build());

        HttpResponse reply = own.execute(call());

        assertThat(reply.header("x-acs-retry-after")).isEqualTo("7");
        assertThat(reply.header("x-other")).isNull();
    }

    @Test
    void cookiesAreNeitherKeptNorSent() throws Exception {
        for (int i = 0; i < 2; i++) {
            server.enqueue(new MockResponse.Builder()
                    .addHeader("Set-Cookie", "session=1")
                    .body("ok")
                    .build());
            sharing.execute(call());
        }

        assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
        assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
        assertThat(applications.cookieJar().loadForRequest(server.url("/"))).isEmpty();
    }

    @Test
    void closingFreesIdleConnections() throws Exception {
        try (var plain = new PlainServer(false)) {
            own.execute(call(plain.origin()));

            own.close();

            await(plain.sawEnd);
        }
    }

    @Test
    void closingLeavesTheClientOfTheApplicationOpen() throws Exception {
        server.enqueue(answer("ok"));
        server.enqueue(answer("ok"));
        sharing.execute(call());

        sharing.close();

        assertThat(applications.connectionPool().idleConnectionCount()).isEqualTo(1);
        assertThat(applications.dispatcher().executorService().isShutdown()).isFalse();
        assertThat(sharing.execute(call()).status()).isEqualTo(200);
    }

    @Test
    void closingLetsRunningExchangesEnd() throws Exception {
        var arrived = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        server.setDispatcher(waiting(arrived, release));
        CompletableFuture<HttpResponse> running = CompletableFuture.supplyAsync(() -> {
            try {
                return own.execute(call());
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        await(arrived);

        own.close();
        release.countDown();

        assertThat(running.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    @Test
    void nothingOfACallIsShown() {
        String query = "PhoneNumbers=6281234567890";

        HttpRequest call = call(origin(), query, List.of("Authorization", "topsecret"), FORM);

        assertThat(call).hasToString("POST " + origin());
    }

    @Test
    void failureDoesNotShowTheQuery() throws Exception {
        server.close();

        HttpFailure failure = assertFails(Delivery.NOT_SENT, own, call());

        assertThat(failure.getMessage()).doesNotContain("PhoneNumbers", "6281234567890");
        assertThat(String.valueOf(failure.getCause())).doesNotContain("6281234567890");
    }

    private static HttpFailure assertFails(Delivery delivery, HttpTransport transport, HttpRequest call) {
        HttpFailure failure = catchThrowableOfType(HttpFailure.class, () -> transport.execute(call));
        assertThat(failure).isNotNull();
        assertThat(failure.delivery()).isEqualTo(delivery);
        return failure;
    }

    private ResponseTooLargeException assertTooLarge() {
        var failure = new AtomicReference<ResponseTooLargeException>();
        assertThatExceptionOfType(ResponseTooLargeException.class)
                .isThrownBy(() -> own.execute(call()))
                .withMessage("the reply is larger than 1000 bytes; raise maxReplyBytes if that is expected")
                .satisfies(failure::set);
        return failure.get();
    }

    private String origin() {
        return "http://127.0.0.1:" + server.getPort();
    }

    private HttpRequest call() {
        return call(origin());
    }

    private static HttpRequest call(String origin) {
        return call(origin, Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    private static HttpRequest call(String origin, Duration read, Duration whole) {
        return call(origin, "PhoneNumbers=6281234567890", List.of(), FORM, read, whole);
    }

    private static HttpRequest call(String origin, String query, List<String> headers, byte[] body) {
        return call(origin, query, headers, body, Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    private static HttpRequest call(
            String origin, String query, List<String> headers, byte[] body, Duration read, Duration whole) {
        return HttpRequest.builder(origin)
                .query(query)
                .headers(headers)
                .contentType(body.length == 0 ? null : FORM_TYPE)
                .body(body)
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(read)
                .timeout(whole)
                .maxReplyBytes(LIMIT)
                .build();
    }

    private static MockResponse answer(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    private static MockResponse.Builder cut() {
        return new MockResponse.Builder().body("never");
    }

    private static Buffer gzip(String text) throws IOException {
        var zipped = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(zipped))) {
            sink.writeUtf8(text);
        }
        return zipped;
    }

    /** Says when a request has arrived, and answers it when told to. */
    private static Dispatcher waiting(CountDownLatch arrived, CountDownLatch release) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                arrived.countDown();
                release.await(30, TimeUnit.SECONDS);
                return answer("ok");
            }
        };
    }

    /** The cookies of an application's client. */
    private static final class RememberingCookieJar implements CookieJar {
        private List<Cookie> cookies = List.of();

        @Override
        public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
            this.cookies = cookies;
        }

        @Override
        public List<Cookie> loadForRequest(HttpUrl url) {
            return cookies;
        }
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    }

    /** A proxy that answers by itself, with the connection's number and a reply too many (RFC 1928). */
    private static final class SocksServer implements AutoCloseable {
        final AtomicInteger connections = new AtomicInteger();
        private final ServerSocket socket = new ServerSocket(0, 9, InetAddress.getByName("127.0.0.1"));

        SocksServer() throws IOException {
            var thread = new Thread(this::serve);
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            while (!socket.isClosed()) {
                try {
                    Socket connection = socket.accept();
                    int number = connections.incrementAndGet();
                    var in = connection.getInputStream();
                    in.readNBytes(in.readNBytes(2)[1]); // version, count of methods, methods
                    connection.getOutputStream().write(new byte[] {5, 0});
                    in.readNBytes(10); // CONNECT to an address of four bytes
                    connection.getOutputStream().write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
                    in.read(new byte[8_192]);
                    String reply = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + number;
                    connection.getOutputStream().write((reply + reply).getBytes(UTF_8));
                } catch (IOException e) {
                    // the test is over
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Answers one request on each connection without understanding it; then hangs up, or waits for the other side to. */
    private static final class PlainServer implements AutoCloseable {
        final AtomicInteger connections = new AtomicInteger();
        final CountDownLatch firstClosed = new CountDownLatch(1);
        final CountDownLatch sawEnd = new CountDownLatch(1);
        private final ServerSocket socket = new ServerSocket(0, 9, InetAddress.getByName("127.0.0.1"));
        private final boolean hangsUp;

        PlainServer(boolean hangsUp) throws IOException {
            this.hangsUp = hangsUp;
            var thread = new Thread(this::serve);
            thread.setDaemon(true);
            thread.start();
        }

        String origin() {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (Socket connection = socket.accept()) {
                    connection.setSoLinger(true, 10); // closed means then that the other side knows
                    connections.incrementAndGet();
                    connection.getInputStream().read(new byte[8_192]);
                    connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8));
                    if (!hangsUp && connection.getInputStream().read() < 0) {
                        sawEnd.countDown();
                    }
                } catch (IOException e) {
                    continue; // the other side hung up, or the test is over
                }
                firstClosed.countDown();
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
