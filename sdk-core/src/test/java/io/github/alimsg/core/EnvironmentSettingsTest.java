package io.github.alimsg.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.internal.environment.Environment;
import io.github.alimsg.core.okhttp.HttpProxy;
import io.github.alimsg.core.okhttp.OkHttpTransport;
import io.github.alimsg.core.retry.RetryPolicy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings from environment variables: which are read, what wins, and what invalid ones say. */
class EnvironmentSettingsTest {
    private static final HttpRequest TO_THE_SERVICE = HttpRequest.builder("https://sms.example.com")
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(Duration.ofSeconds(10))
            .timeout(Duration.ofSeconds(10))
            .maxReplyBytes(1)
            .build();

    private final Map<String, String> variables = new HashMap<>();
    private final SomeBuilder builder =
            new SomeBuilder().environment(new Environment(variables::get, property -> null));

    private static final class SomeBuilder extends ClientBuilder<SomeBuilder> {}

    private static Setting setting(List<Setting> settings, String name) {
        return settings.stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "ALIMSG_TIMEOUT, 20s, timeout, 20 s",
        "ALIMSG_TIMEOUT, ' 2m ', timeout, 120 s",
        "ALIMSG_TIMEOUT, 1h, timeout, 3600 s",
        "ALIMSG_CONNECT_TIMEOUT, 1500ms, connectTimeout, 1500 ms",
        "ALIMSG_READ_TIMEOUT, 3s, readTimeout, 3 s",
        "ALIMSG_MAX_ATTEMPTS, 2, retryPolicy, at most 2 attempts",
        "ALIMSG_MAX_CONNECTIONS, 8, maxConnections, 8",
        "ALIMSG_PACING, TRUE, pacing, true",
        "ALIMSG_TRUST, /etc/ssl/corp.pem, trust, the JDK's and /etc/ssl/corp.pem",
        "ALIMSG_APPLICATION_ID, orders-2, applicationId, orders-2",
        "HTTPS_PROXY, http://proxy.corp:3128, proxy, http://proxy.corp:3128",
        "https_proxy, proxy.corp:3128, proxy, http://proxy.corp:3128"
    })
    void variableIsASettingAndItsSource(String variable, String value, String name, String shown) {
        variables.put(variable, value);

        assertThat(setting(builder.resolve().settings(), name)).isEqualTo(new Setting(name, shown, variable));
    }

    @Test
    void endpointOfTheEnvironmentIsUsedWhateverTheRegionOfTheBuilder() {
        variables.put("ALIMSG_ENDPOINT_URL", "http://127.0.0.1:8025");

        assertThat(builder.region("ap-southeast-1").resolve().endpoint())
                .isEqualTo(URI.create("http://127.0.0.1:8025"));
        assertThat(builder.resolve().source("endpoint")).isEqualTo("ALIMSG_ENDPOINT_URL");
    }

    @Test
    void builderWinsOverEveryVariable() {
        RetryPolicy policy = RetryPolicy.none();
        variables.putAll(Map.of(
                "ALIMSG_ENDPOINT_URL", "http://127.0.0.1:8025",
                "ALIMSG_TIMEOUT", "20s",
                "ALIMSG_CONNECT_TIMEOUT", "20s",
                "ALIMSG_READ_TIMEOUT", "20s",
                "ALIMSG_MAX_ATTEMPTS", "9",
                "ALIMSG_MAX_CONNECTIONS", "8",
                "ALIMSG_PACING", "true",
                "ALIMSG_TRUST", "/theirs.pem",
                "ALIMSG_APPLICATION_ID", "theirs",
                "HTTPS_PROXY", "http://theirs:1"));

        ClientOptions options = builder.endpoint("own.example.com")
                .timeout(Duration.ofSeconds(1))
                .connectTimeout(Duration.ofSeconds(1))
                .readTimeout(Duration.ofSeconds(1))
                .retryPolicy(policy)
                .maxConnections(3)
                .pacing(false)
                .trust(Path.of("/own.pem"))
                .applicationId("own")
                .proxy(HttpProxy.of("http://own:1"))
                .resolve();

        assertThat(options.endpoint()).isEqualTo(URI.create("https://own.example.com"));
        assertThat(options.retryPolicy()).isSameAs(policy);
        assertThat(options.settings())
                .filteredOn(setting -> setting.source().equals("builder"))
                .extracting(Setting::name)
                .containsExactlyInAnyOrder(
                        "timeout",
                        "connectTimeout",
                        "readTimeout",
                        "retryPolicy",
                        "maxConnections",
                        "pacing",
                        "trust",
                        "applicationId",
                        "proxy");
        assertThat(options.settings()).noneMatch(setting -> setting.value().contains("theirs"));
    }

    @Test
    void noVariableSwitchesOnRepeatsOfSendsOrTheReplayGuard() {
        variables.putAll(Map.of(
                "ALIMSG_MAX_ATTEMPTS", "10",
                "ALIMSG_REPLAY_GUARD", "true",
                "ALIMSG_REPEAT_HARMLESS_WRITES", "true",
                "ALIMSG_INSECURE", "true"));

        ClientOptions options = builder.resolve();

        assertThat(options.replayGuard()).isFalse();
        assertThat(options.settings())
                .filteredOn(setting -> !setting.source().equals("default"))
                .extracting(Setting::name)
                .containsExactly("retryPolicy");
    }

    @ParameterizedTest
    @CsvSource({
        "ALIMSG_ENDPOINT_URL, http://secret.example.com",
        "ALIMSG_ENDPOINT_URL, 'https://secret value'",
        "ALIMSG_TIMEOUT, 20",
        "ALIMSG_TIMEOUT, 0s",
        "ALIMSG_TIMEOUT, 25h",
        "ALIMSG_CONNECT_TIMEOUT, secret",
        "ALIMSG_READ_TIMEOUT, -1s",
        "ALIMSG_MAX_ATTEMPTS, 0",
        "ALIMSG_MAX_ATTEMPTS, 11",
        "ALIMSG_MAX_CONNECTIONS, 0",
        "ALIMSG_PACING, yes",
        "ALIMSG_APPLICATION_ID, 'a b'",
        "HTTPS_PROXY, https://secret:1",
        "HTTPS_PROXY, socks5://secret:1",
        "HTTPS_PROXY, http://user:secret@:1",
        "https_proxy, 'http://a secret'"
    })
    void invalidVariableIsNamedAndNotQuoted(String variable, String value) {
        variables.put(variable, value);

        assertThatIllegalArgumentException()
                .isThrownBy(builder::resolve)
                .withMessageStartingWith(variable + " must be ")
                .withMessageNotContaining("secret")
                .withNoCause();
    }

    @ParameterizedTest
    @CsvSource({"user:p%40ss+%3A, user:p@ss+:", "us%65r, user:", "user:, user:"})
    void loginOfTheProxyIsDecoded(String encoded, String decoded) throws Exception {
        try (var proxy = new MockWebServer()) {
            proxy.start();
            proxy.enqueue(new MockResponse.Builder().code(502).build());
            variables.put("HTTPS_PROXY", "http://" + encoded + "@127.0.0.1:" + proxy.getPort());
            builder.resolve();

            try (HttpTransport transport = builder.newTransport()) {
                assertThatThrownBy(() -> transport.execute(TO_THE_SERVICE)).isInstanceOf(HttpFailure.class);
            }

            assertThat(proxy.takeRequest().getHeaders().get("Proxy-Authorization"))
                    .isEqualTo("Basic " + Base64.getEncoder().encodeToString(decoded.getBytes(UTF_8)));
        }
    }

    @Test
    void proxyWithTheApplicationsOwnConnectionsIsRefused() {
        builder.httpClient(new OkHttpClient()).proxy(HttpProxy.of("http://proxy.corp:3128"));

        assertThatIllegalArgumentException().isThrownBy(builder::resolve).withMessageContaining("httpClient");
    }

    @Test
    void variablesForConnectionsLeaveTheApplicationsOwnAlone() {
        variables.put("HTTPS_PROXY", "socks5://is-not-read");
        variables.put("ALIMSG_TRUST", "/not/there");
        variables.put("ALIMSG_MAX_CONNECTIONS", "none");
        try (OkHttpTransport own = OkHttpTransport.create()) {
            assertThat(builder.transport(own).resolve().settings())
                    .noneMatch(setting -> setting.name().equals("proxy"))
                    .contains(new Setting("transport", OkHttpTransport.class.getName(), "builder"));
        }
    }

    @Test
    void fileWithoutCertificatesIsRefusedByTheNameOfItsSetting(@TempDir Path folder) throws Exception {
        Path key = Files.writeString(folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nsecret\n");
        variables.put("ALIMSG_TRUST", folder.resolve("secret.pem").toString());
        builder.resolve();

        assertThatIllegalArgumentException()
                .isThrownBy(builder::newTransport)
                .withMessage("ALIMSG_TRUST: the file cannot be read: NoSuchFileException")
                .withStackTraceContaining("JdkTrust");
        assertThatIllegalArgumentException()
                .isThrownBy(new SomeBuilder().trust(key)::newTransport)
                .withMessageStartingWith("trust: the file has ")
                .withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "ä", "123456789012345678901234567890123456789012345678901"})
    void applicationIdIsShortAndPlain(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> builder.applicationId(id));
    }

    @Test
    void derivedClientsKeepSourcesAndAddTheirOwn() {
        variables.put("ALIMSG_TIMEOUT", "20s");
        variables.put("ALIMSG_MAX_CONNECTIONS", "8");

        List<Setting> derived = builder.resolve().toBuilder()
                .readTimeout(Duration.ofSeconds(1))
                .build()
                .settings();

        assertThat(derived)
                .contains(
                        new Setting("timeout", "20 s", "ALIMSG_TIMEOUT"),
                        new Setting("readTimeout", "1 s", "withOptions"),
                        new Setting("maxConnections", "8", "ALIMSG_MAX_CONNECTIONS"));
        assertThat(setting(derived, "timeout")).hasToString("timeout: 20 s (ALIMSG_TIMEOUT)");
    }
}
