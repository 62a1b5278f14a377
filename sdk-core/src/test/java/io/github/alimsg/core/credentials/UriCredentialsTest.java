package io.github.alimsg.core.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.internal.ManualTime;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class UriCredentialsTest {
    private static final String PATH = "/credentials?key=toppassword";

    private final MetadataService service = new MetadataService();

    UriCredentialsTest() {
        service.needsToken = false;
        service.answer(PATH, 200, MetadataService.credentials("STS.1", MetadataService.END));
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void credentialsAreAskedForByOneGet() {
        assertThat(of(service.uri() + PATH).credentials()).isEqualTo(MetadataService.expected("STS.1"));
        assertThat(service.asked()).containsExactly("GET " + PATH);
        assertThat(CredentialsProviders.credentialsUri(URI.create(service.uri() + PATH))
                        .credentials())
                .isEqualTo(MetadataService.expected("STS.1"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    void nothingIsSetWithoutAUri(@Nullable String setting) {
        assertThatThrownBy(() -> of(setting).credentials())
                .isInstanceOfSatisfying(
                        CredentialsException.class,
                        e -> assertThat(e.isMisconfigured()).isFalse())
                .hasMessage("no credentials; credentials URI: ALIBABA_CLOUD_CREDENTIALS_URI is not set");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://vault.example.com/role",
                "HTTPS://8.8.8.8/role",
                "http://localhost:80/",
                "http://127.9.9.9/",
                "http://[::1]:8080/x",
                "http://10.1.2.3",
                "http://172.16.0.1/",
                "http://192.168.0.1/",
                "http://169.254.169.254/",
                "http://100.100.100.200/latest",
                "http://[fd00::1]/",
                "http://[fe80::1]/"
            })
    void placesNearByAndEncryptedOnesAreAllowed(String uri) {
        assertThat(UriCredentials.allowed(uri)).isEqualTo(URI.create(uri));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://vault.example.com/",
                "http://8.8.8.8/",
                "http://172.32.0.1/",
                "http://100.128.0.1/",
                "http://127.0.0.1.example.com/",
                "http://localhost.example.com/",
                "http://2130706433/",
                "http://127.1/",
                "http://0.0.0.0/",
                "http://[2001:db8::1]/",
                "http://user:toppassword@127.0.0.1/",
                "ftp://127.0.0.1/",
                "file:///etc/passwd",
                "127.0.0.1",
                "https://",
                "http://127.0.0.1/a b?toppassword"
            })
    void everyOtherPlaceIsRefusedWithoutBeingQuoted(String uri) {
        assertThatThrownBy(() -> of(uri).credentials())
                .isInstanceOfSatisfying(
                        CredentialsException.class,
                        e -> assertThat(e.isMisconfigured()).isTrue())
                .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain("toppassword"));
        if (!uri.contains(" ")) {
            assertThatIllegalArgumentException().isThrownBy(() -> CredentialsProviders.credentialsUri(URI.create(uri)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 302, 307, 401, 403, 404, 500})
    void everyStatusButOkIsAnError(int status) {
        service.answer(
                PATH,
                new MockResponse.Builder()
                        .code(status)
                        .setHeader("Location", service.uri() + "/other")
                        .setHeader("WWW-Authenticate", "Basic")
                        .build());

        assertThatThrownBy(() -> of(service.uri() + PATH).credentials())
                .hasMessage("no credentials; credentials URI: replied with HTTP " + status);
        assertThat(service.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 503})
    void helperIsNotAskedAgainBecauseItSaysSo(int status) {
        service.answer(
                PATH,
                new MockResponse.Builder()
                        .code(status)
                        .setHeader("Retry-After", "0")
                        .build());

        assertThatThrownBy(() -> of(service.uri() + PATH).credentials())
                .isInstanceOfSatisfying(
                        CredentialsException.class,
                        e -> assertThat(e.isMisconfigured()).isTrue());
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void noProxyOfTheJvmIsAsked() {
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                throw new AssertionError("asked for a proxy for " + uri.getHost());
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        });
        try {
            assertThat(of(service.uri() + PATH).credentials()).isEqualTo(MetadataService.expected("STS.1"));
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void silenceIsGivenUp() {
        service.stall(PATH);
        var hasty = new UriCredentials(
                service.uri() + PATH,
                new CredentialsHttp(Duration.ofSeconds(20), Duration.ofMillis(200)),
                new ManualTime());

        assertThatThrownBy(hasty::credentials)
                .isInstanceOf(CredentialsException.class)
                .hasMessage("no credentials; credentials URI: timeout: the service was silent for 200 ms");
    }

    @Test
    void closedPortIsAnErrorThatDoesNotQuoteTheUri() {
        String uri = service.uri() + PATH;
        service.close();

        assertThatThrownBy(() -> of(uri).credentials())
                .isInstanceOfSatisfying(
                        CredentialsException.class,
                        e -> assertThat(e.isMisconfigured()).isTrue())
                .hasMessageStartingWith("no credentials; credentials URI: cannot be reached: ConnectException: ")
                .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain("toppassword", "/credentials"));
    }

    /** A client's transport, which remembers what it carried and replies with credentials. */
    private static final class Carrier implements HttpTransport {
        final List<HttpRequest> requests = new ArrayList<>();

        @Override
        public HttpResponse execute(HttpRequest request) {
            requests.add(request);
            return new HttpResponse(
                    200,
                    List.of(),
                    MetadataService.credentials("STS.1", MetadataService.END).getBytes(UTF_8));
        }

        @Override
        public void close() {
            throw new AssertionError("closing it is the client's");
        }
    }

    @Test
    void uriByHttpsIsAskedOverTheTransportOfTheClient() {
        var transport = new Carrier();
        CredentialsProvider uri = UriCredentials.of(
                "HTTPS://helper.example.com:8443/a?key=b", CredentialsEnvironment.PROCESS.over(transport));

        assertThat(uri.credentials().accessKeyId()).isEqualTo("STS.1");

        assertThat(transport.requests).singleElement().satisfies(request -> {
            assertThat(request).hasToString("GET https://helper.example.com:8443");
            assertThat(request.path() + "?" + request.query()).isEqualTo("/a?key=b");
            assertThat(request.freshConnection()).isTrue();
        });
    }

    @Test
    void uriByHttpIsAskedDirectly() {
        var transport = new Carrier();
        CredentialsProvider uri =
                UriCredentials.of(service.uri() + PATH, CredentialsEnvironment.PROCESS.over(transport));

        assertThat(uri.credentials().accessKeyId()).isEqualTo("STS.1");
        assertThat(transport.requests).isEmpty();
    }

    @Test
    void malformedAnswersAreErrors() {
        service.answer(PATH, 200, "topsecret");

        assertThatThrownBy(() -> of(service.uri() + PATH).credentials())
                .hasMessage("no credentials; credentials URI: replied with something that is not a JSON object");
    }

    private static UriCredentials of(@Nullable String setting) {
        return UriCredentials.of(setting);
    }
}
