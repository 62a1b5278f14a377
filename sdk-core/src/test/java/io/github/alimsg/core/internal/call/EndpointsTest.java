package io.github.alimsg.core.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alimsg.core.ClientOptions;
import io.github.alimsg.core.Network;
import io.github.alimsg.core.Setting;
import io.github.alimsg.core.internal.Surroundings;
import io.github.alimsg.core.internal.environment.Environment;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.Product;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
    static final Product PRODUCT =
            new Product(
                    "sms",
                    "2020-06-06",
                    "Text messages",
                    "default-1",
                    Map.of("cn-hongkong", "sms-hk.example.com"),
                    Map.of("cn-hangzhou", "sms-vpc.example.com"),
                    "sms.{region}.example.com") {
                @Override
                public List<Operation<?, ?>> operations() {
                    return List.of();
                }

                @Override
                public InputStream metadata() {
                    return InputStream.nullInputStream();
                }
            };

    private final Map<String, String> variables = new HashMap<>();

    static Stream<Surroundings> odd() {
        return Surroundings.odd();
    }

    @Test
    void regionOfTheEnvironmentIsUsedWhereTheBuilderNamesNone() {
        assertThat(endpoint(o -> {})).isEqualTo("https://sms.default-1.example.com");

        variables.put("ALIBABA_CLOUD_REGION_ID", " cn-hongkong\n");

        assertThat(endpoint(o -> {})).isEqualTo("https://sms-hk.example.com");
        assertThat(endpoint(o -> o.region("eu-1"))).isEqualTo("https://sms.eu-1.example.com");
        assertThat(endpoint(o -> o.endpoint("own.example.com"))).isEqualTo("https://own.example.com");
    }

    @Test
    void regionOfTheEnvironmentChoosesTheVpcToo() {
        variables.put("ALIBABA_CLOUD_REGION_ID", "cn-hangzhou");

        assertThat(endpoint(o -> o.network(Network.VPC))).isEqualTo("https://sms-vpc.example.com");
    }

    @Test
    void settingsSayWhatTheEndpointComesFrom() {
        assertThat(settings(o -> {}))
                .containsExactly(
                        new Setting("endpoint", "https://sms.default-1.example.com", "region"),
                        new Setting("region", "default-1", "default"));
        assertThat(settings(o -> o.endpoint("own.example.com")))
                .containsExactly(new Setting("endpoint", "https://own.example.com", "builder"));

        variables.put("ALIBABA_CLOUD_REGION_ID", "cn-hongkong");

        assertThat(settings(o -> {}))
                .containsExactly(
                        new Setting("endpoint", "https://sms-hk.example.com", "region"),
                        new Setting("region", "cn-hongkong", "ALIBABA_CLOUD_REGION_ID"));
        assertThat(settings(o -> o.region("eu-1")))
                .containsExactly(
                        new Setting("endpoint", "https://sms.eu-1.example.com", "region"),
                        new Setting("region", "eu-1", "builder"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void emptyRegionOfTheEnvironmentIsNone(String region) {
        variables.put("ALIBABA_CLOUD_REGION_ID", region);

        assertThat(endpoint(o -> {})).isEqualTo("https://sms.default-1.example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Topsecret", "evil.example.com/", "a b"})
    void wrongRegionOfTheEnvironmentIsNamedAndNotQuoted(String region) {
        variables.put("ALIBABA_CLOUD_REGION_ID", region);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> endpoint(o -> {}))
                .withMessageStartingWith("ALIBABA_CLOUD_REGION_ID is not a region id")
                .withMessageNotContaining(region)
                .withNoCause();
    }

    @ParameterizedTest
    @CsvSource({
        "https://Dysmsapi.AliyunCS.com, https://dysmsapi.aliyuncs.com",
        "HTTPS://A.example.com:443/, https://a.example.com",
        "https://A.example.com:8443, https://a.example.com:8443",
        "http://LOCALHOST:80, http://localhost",
        "http://LOCALHOST:443, http://localhost:443",
        "https://[2001:DB8::1]:443, https://[2001:db8::1]",
        "I.EXAMPLE.COM, https://i.example.com"
    })
    void hostsAreSignedAsTheyAreSent(String given, String endpoint) {
        assertThat(endpoint(o -> o.endpoint(given))).isEqualTo(endpoint);
    }

    @ParameterizedTest
    @MethodSource("odd")
    void hostsAreSignedAsTheyAreSentEverywhere(Surroundings surroundings) {
        surroundings.run(() -> hostsAreSignedAsTheyAreSent("HTTPS://INFO.IO", "https://info.io"));
    }

    private String endpoint(Consumer<ClientOptions.Builder> settings) {
        return endpoints().of(options(settings)).toString();
    }

    private List<Setting> settings(Consumer<ClientOptions.Builder> settings) {
        return endpoints().settings(options(settings));
    }

    private Endpoints endpoints() {
        return new Endpoints(PRODUCT, new Environment(variables::get, property -> null));
    }

    private static ClientOptions options(Consumer<ClientOptions.Builder> settings) {
        ClientOptions.Builder options = ClientOptions.builder();
        settings.accept(options);
        return options.build();
    }
}
