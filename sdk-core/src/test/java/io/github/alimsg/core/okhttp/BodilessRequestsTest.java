package io.github.alimsg.core.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GET and DELETE: what has no body that could be sent only once is sent only once, too. */
@Timeout(60)
class BodilessRequestsTest {
    private static final List<Integer> STATUSES = List.of(200, 301, 307, 401, 404, 408, 421, 500, 502, 503);

    private final MockWebServer server = new MockWebServer();
    private final OkHttpClient applications = new OkHttpClient.Builder()
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
    @CsvSource({"GET, 0", "GET,", "GET, 7", "DELETE, 0", "DELETE,"})
    void whateverTheStatusOneRequestIsSent(String method, String retryAfter) throws Exception {
        for (HttpTransport transport : List.of(own, sharing)) {
            for (int status : STATUSES) {
                int before = server.getRequestCount();
                server.enqueue(reply(status, retryAfter));
                server.enqueue(reply(200, null));

                HttpResponse reply = transport.execute(request(method).build());

                assertThat(reply.status()).isEqualTo(status);
                assertThat(reply.text()).isEqualTo("no");
                assertThat(server.getRequestCount() - before).isEqualTo(1);
                server.setDispatcher(new QueueDispatcher());
            }
        }
    }

    private MockResponse reply(int status, String retryAfter) {
        MockResponse.Builder reply = new MockResponse.Builder()
                .code(status)
                .addHeader("Location", server.url("/elsewhere"))
                .addHeader("WWW-Authenticate", "Basic realm=x")
                .body("no");
        return (retryAfter == null ? reply : reply.addHeader("Retry-After", retryAfter)).build();
    }

    @Test
    void whatTheServiceSaysOfWaitingIsNotChangedOtherwise() throws Exception {
        server.enqueue(reply(503, "7"));
        server.enqueue(reply(503, null));

        assertThat(own.execute(request("GET").build()).header("Retry-After")).isEqualTo("7");
        assertThat(own.execute(request("GET").build()).header("Retry-After")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void oneThatIsCutOnAPooledConnectionFailsAsItWasCut(String method) throws Exception {
        server.enqueue(reply(200, null));
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(reply(200, null));
        own.execute(request(method).build());

        HttpFailure failure = catchThrowableOfType(
                HttpFailure.class, () -> own.execute(request(method).build()));

        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(failure).hasMessageNotContaining("interceptor").hasMessageNotContaining("second");
        server.takeRequest();
        assertThat(server.takeRequest().getExchangeIndex())
                .as("it was sent over the pooled connection")
                .isEqualTo(1);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aGetHasNoBodyNoLengthAndNoType() throws Exception {
        RecordedRequest sent = sent(request("GET").path("/queues/q/messages").query("h=1-a+b/c==&w=20"));

        assertThat(sent.getMethod()).isEqualTo("GET");
        assertThat(sent.getTarget()).isEqualTo("/queues/q/messages?h=1-a+b/c==&w=20");
        assertThat(sent.getHeaders().get("Content-Length")).isNull();
        assertThat(sent.getHeaders().get("Content-Type")).isNull();
    }

    @Test
    void aDeleteWithoutABodyHasLengthZeroAndNoType() throws Exception {
        RecordedRequest sent = sent(request("DELETE").path("/queues/q/messages"));

        assertThat(sent.getMethod()).isEqualTo("DELETE");
        assertThat(sent.getHeaders().get("Content-Length")).isEqualTo("0");
        assertThat(sent.getHeaders().get("Content-Type")).isNull();
    }

    @Test
    void aDeleteMayHaveABody() throws Exception {
        RecordedRequest sent = sent(request("DELETE").contentType("text/xml").body("<a/>".getBytes()));

        assertThat(sent.getHeaders().get("Content-Type")).isEqualTo("text/xml");
        assertThat(sent.getBody().utf8()).isEqualTo("<a/>");
    }

    private RecordedRequest sent(HttpRequest.Builder request) throws Exception {
        server.enqueue(reply(200, null));
        own.execute(request.build());
        return server.takeRequest();
    }

    @Test
    void aGetWithABodyIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> request("GET").body(new byte[1]).build())
                .withMessage("a GET has no body");
    }

    /** A long poll waits for as long as it says, and the next request on the same connection does not. */
    @Test
    void eachRequestHasItsOwnReadTimeout() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .headersDelay(400, TimeUnit.MILLISECONDS)
                .body("late")
                .build());
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertThat(own.execute(request("GET")
                                .readTimeout(Duration.ofSeconds(30))
                                .build())
                        .text())
                .isEqualTo("late");
        HttpFailure failure = catchThrowableOfType(
                HttpFailure.class,
                () -> own.execute(
                        request("GET").readTimeout(Duration.ofMillis(100)).build()));

        assertThat(failure).hasMessage("timeout: the service was silent for 100 ms");
    }

    private HttpRequest.Builder request(String method) {
        return HttpRequest.builder("http://127.0.0.1:" + server.getPort())
                .method(method)
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(Duration.ofSeconds(30))
                .timeout(Duration.ofSeconds(60))
                .maxReplyBytes(1_000);
    }
}
