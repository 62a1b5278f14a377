package io.github.alimsg.core.okhttp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.http.HttpRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The query is inserted below OkHttp, and the service gets what OkHttp would have sent. */
@Timeout(60)
class RequestTargetTest {
    private static final long SEED = 20261129;
    private static final byte[] BODY = "Message=hello%20world".getBytes(US_ASCII);

    private final MockWebServer server = new MockWebServer();
    private final OkHttpTransport own = OkHttpTransport.create();
    private final OkHttpTransport sharing = OkHttpTransport.sharing(new OkHttpClient());

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder().body("ok").build();
            }
        });
        server.start(InetAddress.getByName("127.0.0.1"), 0);
    }

    @AfterEach
    void stop() {
        own.close();
        sharing.close();
        server.close();
    }

    @Test
    void serviceGetsTheRequestThatOkHttpWouldHaveSent() throws Exception {
        var random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            String query = query(random);
            HttpUrl url = HttpUrl.get(origin())
                    .newBuilder()
                    .encodedPath(i % 2 == 0 ? "/" : "/queues/q")
                    .encodedQuery(query)
                    .build();
            for (OkHttpTransport transport : List.of(own, sharing)) {
                assertThat(transport.execute(call(url.encodedPath(), query)).text())
                        .isEqualTo("ok");
                RecordedRequest sent = server.takeRequest();
                assertThat(sent.getTarget()).isEqualTo(url.encodedPath() + "?" + url.encodedQuery());
                assertThat(sent.getBody().toByteArray()).isEqualTo(BODY);
                assertThat(sent.getHeaders().values("x-acs-action")).containsExactly("Send");
            }
        }
    }

    @Test
    void queryMayBeLargerThanWhatIsWrittenAtOnce() throws Exception {
        String query = "Text=" + "%E4%B8%AD".repeat(10_000);

        own.execute(call("/", query));

        assertThat(server.takeRequest().getTarget()).isEqualTo("/?" + query);
    }

    @Test
    void requestWithoutAQueryHasNone() throws Exception {
        own.execute(call("/", ""));

        assertThat(server.takeRequest().getTarget()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a=b#c", "a=b c", "a=b\r\nx: y", "a='b'", "a=<b>", "a=\"b\"", "a=\u00fc", "a=\u007f", "a=\t"
            })
    void whatOkHttpWouldChangeIsLeftToIt(String query) {
        assertThat(RequestTarget.isInsertable(query)).isFalse();
    }

    @Test
    void whatItWouldNotChangeIsInserted() {
        HttpUrl.Builder url = HttpUrl.get("http://localhost").newBuilder();
        for (char c = '!'; c <= '~'; c++) {
            String query = "a=" + c;
            assertThat(RequestTarget.isInsertable(query))
                    .as(query)
                    .isEqualTo(query.equals(url.encodedQuery(query).build().encodedQuery()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "POST", "POST /", "POST /?a=b HTTP/1.1\r\n", "POST\r\n / HTTP/1.1"})
    void nothingIsInsertedIntoAnythingElseThanARequestLine(String written) {
        byte[] bytes = written.getBytes(US_ASCII);

        assertThatThrownBy(() -> RequestTarget.withQuery(bytes, 0, bytes.length, "a=b"))
                .isInstanceOf(IOException.class);
    }

    private static String query(Random random) {
        var query = new StringBuilder();
        int length = 1 + random.nextInt(60);
        for (int i = 0; i < length; i++) {
            int kind = random.nextInt(10);
            query.append(
                    kind == 0
                            ? "&"
                            : kind == 1 ? "=" : kind == 2 ? "%" : String.valueOf((char) (' ' + random.nextInt(95))));
        }
        return query.toString();
    }

    private String origin() {
        return "http://127.0.0.1:" + server.getPort();
    }

    private HttpRequest call(String path, String query) {
        return HttpRequest.builder(origin())
                .path(path)
                .query(query)
                .headers(List.of("x-acs-action", "Send"))
                .contentType(HttpRequest.FORM)
                .body(BODY)
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(Duration.ofSeconds(30))
                .timeout(Duration.ofSeconds(30))
                .maxReplyBytes(1_000)
                .build();
    }
}
