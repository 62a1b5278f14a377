package io.github.alimsg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.intercept.Interceptor;
import io.github.alimsg.core.internal.ManualTime;
import io.github.alimsg.core.pacing.Lane;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.core.retry.RetryPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientOptionsTest {
    private static final String NOTHING_MORE = "an endpoint must be https://host or https://host:port and nothing more";

    private final ClientOptions.Builder builder = ClientOptions.builder();

    @Test
    void defaultsAreThoseDocumented() {
        ClientOptions options = builder.build();

        assertThat(options.region()).isNull();
        assertThat(options.endpoint()).isNull();
        assertThat(options.credentials()).isNull();
        assertThat(options.network()).isEqualTo(Network.PUBLIC);
        assertThat(options.signature()).isEqualTo(Signature.ACS3_HMAC_SHA256);
        assertThat(options.connectTimeout()).hasSeconds(5);
        assertThat(options.readTimeout()).hasSeconds(10);
        assertThat(options.timeout()).hasSeconds(60);
        assertThat(options.maxReplyBytes()).isEqualTo(16 * 1024 * 1024);
        assertThat(options.pacing()).isFalse();
        assertThat(options.rateLimiter()).isNull();
        assertThat(options.lane()).isEqualTo(Lane.STANDARD);
        assertThat(options.executor()).isNull();
        assertThat(options.interceptors()).isEmpty();
        assertThat(options.listeners()).isEmpty();
    }

    @Test
    void everySettingSurvivesARebuild() {
        CredentialsProvider credentials = CredentialsProviders.fixed("id", "secret");
        RateLimiter limiter = (operation, permits, longestWait) -> Duration.ZERO;
        Interceptor interceptor = Interceptor.Call::proceed;
        CallListener listener = new CallListener() {};
        Executor executor = Runnable::run;
        ClientOptions options = builder.region("eu-central-1")
                .endpoint("localhost:8443")
                .network(Network.VPC)
                .signature(Signature.RPC_1_0)
                .credentials(credentials)
                .connectTimeout(Duration.ofMillis(1))
                .readTimeout(Duration.ofMillis(2))
                .timeout(Duration.ofDays(1))
                .maxReplyBytes(9)
                .retryPolicy(RetryPolicy.none())
                .pacing(true)
                .rateLimiter(limiter)
                .lane(Lane.BULK)
                .addInterceptor(interceptor)
                .addListener(listener)
                .executor(executor)
                .timeSource(new ManualTime())
                .build();

        ClientOptions same = options.toBuilder().build();

        assertThat(same).usingRecursiveComparison().isEqualTo(options);
        assertThat(same.retryPolicy()).isSameAs(options.retryPolicy());
        assertThat(same.endpoint()).isEqualTo(URI.create("https://localhost:8443"));
        assertThat(same.interceptors()).containsExactly(interceptor);
        assertThat(same.listeners()).containsExactly(listener);
    }

    @Test
    void optionsStayAsTheyWereBuilt() {
        ClientOptions options = builder.build();

        builder.addInterceptor(Interceptor.Call::proceed);
        options.toBuilder().addListener(new CallListener() {}).region("eu-central-1");

        assertThat(options.interceptors()).isEmpty();
        assertThat(options.listeners()).isEmpty();
        assertThat(options.region()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Singapore", "ap_southeast_1", "ap-southeast-1.evil.com", "ap--1", "-ap", "ap/", "ap\n"})
    void anInvalidRegionIdIsRefused(String region) {
        assertRefused(
                () -> builder.region(region),
                "'" + region
                        + "' is not a region id; one looks like ap-southeast-1: lowercase letters, digits, dashes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "example.com:8443",
                "https://example.com",
                "https://example.com/",
                "https://[::1]:8"
            })
    void endpointIsAHostOrAnHttpsUrl(String endpoint) {
        assertThat(builder.endpoint(endpoint).build().endpoint()).hasScheme("https");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "http://LOCALHOST:8080", "http://127.0.0.1:8080", "HTTP://[::1]:8080/"})
    void plainHttpIsForLoopbackAddresses(String endpoint) {
        assertThat(builder.endpoint(endpoint).build().endpoint()).isEqualTo(URI.create(endpoint));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.com", "http://localhost.example.com", "http://10.0.0.1", "HTTP://example.com"})
    void plainHttpIsRefusedElsewhere(String endpoint) {
        assertRefused(
                () -> builder.endpoint(endpoint),
                "an endpoint must use https; http is only for loopback addresses in tests");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:secret@example.com",
                "https://localhost@example.com",
                "https://example.com/path",
                "https://example.com//",
                "https://example.com?x=1",
                "https://example.com/#x",
                "https://",
                "https:///path",
                "ftp://example.com",
                "example.com/path",
                "under_score.example.com"
            })
    void anythingMoreThanAHostIsRefused(String endpoint) {
        assertRefused(() -> builder.endpoint(endpoint), null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://user:secret@example.com", "https://example.com/path?phone=6281234567890"})
    void refusalOfAnEndpointDoesNotQuoteIt(String endpoint) {
        assertRefused(() -> builder.endpoint(URI.create(endpoint)), NOTHING_MORE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com:0", "example.com:65536", "https://example.com:99999"})
    void portThatDoesNotExistIsRefusedWhereItIsSet(String endpoint) {
        assertRefused(() -> builder.endpoint(endpoint), null);
    }

    @Test
    void timeoutsAreBetweenAMillisecondAndADay() {
        for (Duration duration : List.of(Duration.ofNanos(999_999), Duration.ZERO, Duration.ofMillis(-1))) {
            assertRefused(
                    () -> builder.timeout(duration),
                    "timeout must be between a millisecond and a day, not " + duration);
        }
        Duration tooLong = Duration.ofDays(1).plusNanos(1);
        assertRefused(
                () -> builder.connectTimeout(tooLong),
                "connectTimeout must be between a millisecond and a day, not PT24H0.000000001S");
        assertRefused(
                () -> builder.readTimeout(tooLong),
                "readTimeout must be between a millisecond and a day, not PT24H0.000000001S");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Integer.MAX_VALUE, Long.MAX_VALUE})
    void replySizeIsBounded(long bytes) {
        assertRefused(() -> builder.maxReplyBytes(bytes), "maxReplyBytes must be between 1 and 2 GiB, not " + bytes);
    }

    private static void assertRefused(ThrowingCallable setting, String message) {
        var refusal = assertThatIllegalArgumentException().isThrownBy(setting);
        if (message != null) {
            refusal.withMessage(message);
        }
    }
}
