package io.github.alimsg.core.okhttp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long the service may be silent, and how long an exchange may take. */
@Timeout(60)
class PatienceTest {
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final int LIMIT = 1_000;

    private final MockWebServer server = new MockWebServer();
    private final OkHttpClient applications = new OkHttpClient();
    private final OkHttpTransport own = OkHttpTransport.create();

    /** Connections to it are made, by the kernel, and nothing ever comes of them. */
    private ServerSocket silent;

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getByName("127.0.0.1"), 0);
        silent = new ServerSocket(0, 9, InetAddress.getByName("127.0.0.1"));
    }

    @AfterEach
    void stop() throws IOException {
        own.close();
        applications.connectionPool().evictAll();
        server.close();
        silent.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void silenceInAHandshakeIsNotSent(boolean ownConnections) {
        OkHttpTransport transport = ownConnections ? own : OkHttpTransport.sharing(applications);

        HttpFailure failure = failure(transport, call("https://127.0.0.1:" + silent.getLocalPort(), SHORT, LONG));

        assertThat(failure).hasMessage("timeout: the service was silent for 200 ms");
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
    }

    @Test
    void silenceOfAProxyThatIsAskedForATunnelIsNotSent() {
        var proxy = new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", silent.getLocalPort()));
        var proxied =
                OkHttpTransport.sharing(applications.newBuilder().proxy(proxy).build());

        HttpFailure failure = failure(proxied, call("https://service.example", SHORT, LONG));

        assertThat(failure).hasMessage("timeout: the service was silent for 200 ms");
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void silenceWhileTheRequestIsWrittenIsUnknown(boolean ownConnections) {
        OkHttpTransport transport = ownConnections ? own : OkHttpTransport.sharing(applications);
        byte[] moreThanBuffersHold = new byte[50_000_000];

        HttpFailure failure =
                failure(transport, call("http://127.0.0.1:" + silent.getLocalPort(), moreThanBuffersHold, SHORT, LONG));

        assertThat(failure).hasMessage("timeout: the service was silent for 200 ms");
        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void silenceAmidAnAnswerIsUnknown(boolean chunked) {
        MockResponse.Builder answer = new MockResponse.Builder();
        server.enqueue((chunked ? answer.chunkedBody("x".repeat(LIMIT), 100) : answer.body("x".repeat(LIMIT)))
                .onResponseBody(SocketEffect.Stall.INSTANCE)
                .build());

        HttpFailure failure = failure(own, call(origin(), SHORT, LONG));

        assertThat(failure).hasMessage("timeout: the service was silent for 200 ms");
        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerThatKeepsComingMayTakeLongerThanSilenceMay(boolean chunked) throws Exception {
        MockResponse.Builder answer = new MockResponse.Builder();
        server.enqueue((chunked ? answer.chunkedBody("x".repeat(24), 24) : answer.body("x".repeat(24)))
                .throttleBody(1, 50, TimeUnit.MILLISECONDS)
                .build());

        HttpResponse reply = own.execute(call(origin(), Duration.ofSeconds(1), LONG));

        assertThat(reply.text()).hasSize(24);
    }

    @Test
    void timeThatIsOverBeforeTheRequestIsWrittenIsNotSent() {
        var slow = OkHttpTransport.sharing(applications
                .newBuilder()
                .addNetworkInterceptor(chain -> {
                    while (!chain.call().isCanceled()) {
                        LockSupport.parkNanos(1_000_000);
                    }
                    return chain.proceed(chain.request());
                })
                .build());

        HttpFailure failure = failure(slow, call(origin(), LONG, SHORT));

        assertThat(failure).hasMessage("timeout: the call's timeout passed");
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(server.getRequestCount()).isZero();
    }

    static Stream<Throwable> failures() {
        return Stream.of(new IllegalStateException("the application's"), new OutOfMemoryError("no heap"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whateverFailsAsAnExchangeIsEndedTheOthersEndInTime(Throwable thrown) {
        var failing = OkHttpTransport.sharing(applications
                .newBuilder()
                .eventListener(new EventListener() {
                    @Override
                    public void canceled(Call call) {
                        PatienceTest.<RuntimeException>sneak(thrown);
                    }
                })
                .build());

        for (int i = 0; i < 2; i++) {
            assertThat(failure(failing, call("http://127.0.0.1:" + silent.getLocalPort(), SHORT, LONG)))
                    .hasMessage("timeout: the service was silent for 200 ms");
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /** The head is a part of the answer, too: each byte shows that the service is alive. */
    @Test
    void aHeadThatKeepsComingMayTakeLongerThanSilenceMay() throws Exception {
        byte[] reply = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(US_ASCII);
        Thread server = dripping(reply);

        HttpResponse answer =
                own.execute(call("http://127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(800), LONG));

        assertThat(answer.text()).isEqualTo("{}");
        server.join();
    }

    /** Answers one request byte by byte, in more than a second. */
    private Thread dripping(byte[] reply) {
        var thread = new Thread(() -> {
            try (var connection = silent.accept()) {
                connection.setTcpNoDelay(true);
                connection.getInputStream().read(new byte[8_192]);
                for (byte next : reply) {
                    connection.getOutputStream().write(next);
                    LockSupport.parkNanos(30_000_000);
                }
            } catch (IOException e) {
                // the client gave up: the test says so
            }
        });
        thread.start();
        return thread;
    }

    @Test
    void timeoutsOfTheApplicationsClientAreForItsOwnCalls() throws Exception {
        var hasty = OkHttpTransport.sharing(applications
                .newBuilder()
                .callTimeout(Duration.ofMillis(20))
                .readTimeout(Duration.ofMillis(20))
                .build());
        server.enqueue(new MockResponse.Builder()
                .body("ok")
                .headersDelay(100, TimeUnit.MILLISECONDS)
                .build());

        assertThat(hasty.execute(call(origin(), LONG, LONG)).text()).isEqualTo("ok");
    }

    private static HttpFailure failure(HttpTransport transport, HttpRequest call) {
        HttpFailure failure = catchThrowableOfType(HttpFailure.class, () -> transport.execute(call));
        assertThat(failure).isNotNull();
        return failure;
    }

    private String origin() {
        return "http://127.0.0.1:" + server.getPort();
    }

    private static HttpRequest call(String origin, Duration silence, Duration whole) {
        return call(origin, new byte[0], silence, whole);
    }

    private static HttpRequest call(String origin, byte[] body, Duration silence, Duration whole) {
        String type = body.length == 0 ? null : "application/octet-stream";
        return HttpRequest.builder(origin)
                .contentType(type)
                .body(body)
                .connectTimeout(Duration.ofMillis(300))
                .readTimeout(silence)
                .timeout(whole)
                .maxReplyBytes(LIMIT)
                .build();
    }
}
