package io.github.alimsg.core.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.error.CredentialsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainedCredentialsTest {
    private static final String NOT_THERE = " no such file, no such profile in it, or nothing set there";
    private static final CredentialsProvider NOWHERE = () -> {
        throw new CredentialsException("somewhere", "nothing there");
    };

    @TempDir
    Path home;

    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();

    @Test
    void sourcesAreAskedInTheDocumentedOrder() throws IOException {
        write(".alibabacloud/credentials.ini", "[default]\naccess_key_id=file\naccess_key_secret=s");
        assertThat(found()).isEqualTo("file");

        write(
                ".aliyun/config.json",
                "{\"current\":\"d\",\"profiles\":[{\"name\":\"d\",\"mode\":\"AK\",\"access_key_id\":\"cli\","
                        + "\"access_key_secret\":\"s\"}]}");
        assertThat(found()).isEqualTo("cli");

        variables.put("ALIBABA_CLOUD_ACCESS_KEY_ID", "environment");
        variables.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "s");
        assertThat(found()).isEqualTo("environment");

        properties.put("alibabacloud.accessKeyId", "properties");
        properties.put("alibabacloud.accessKeySecret", "s");
        assertThat(found()).isEqualTo("properties");
    }

    @Test
    void messageNamesEverySourceInOrder() {
        assertThatExceptionOfType(CredentialsException.class)
                .isThrownBy(this::found)
                .satisfies(e -> assertThat(e.sources())
                        .containsExactly(
                                "system properties: alibabacloud.accessKeyId and alibabacloud.accessKeySecret are not set",
                                "environment: ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET are not set",
                                "command line's config.json, profile current:" + NOT_THERE,
                                "credentials file credentials.ini, profile default:" + NOT_THERE,
                                "somewhere: nothing there"))
                .satisfies(e -> assertThat(e).hasMessage("no credentials; " + String.join("; ", e.sources())));
    }

    @Test
    void halfSetSourceEndsTheSearch() throws IOException {
        write(".alibabacloud/credentials.ini", "[default]\naccess_key_id=file\naccess_key_secret=s");
        variables.put("ALIBABA_CLOUD_ACCESS_KEY_ID", "environment");

        assertThatThrownBy(this::found)
                .isInstanceOf(CredentialsException.class)
                .hasMessage("no credentials; environment: ALIBABA_CLOUD_ACCESS_KEY_SECRET is not set,"
                        + " but ALIBABA_CLOUD_ACCESS_KEY_ID is");
    }

    @Test
    void halfSetSourceEndsTheSearchFromInsideAnotherProvider() {
        var half = new EnvironmentCredentials(Environments.variables(Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", "id")));
        CredentialsProvider other = CredentialsProviders.fixed("other", "identity");

        for (CredentialsProvider inside :
                List.of(CredentialsProviders.chain(half), CredentialsProviders.cached(half))) {
            assertThatThrownBy(() -> CredentialsProviders.chain(inside, other).credentials())
                    .isInstanceOf(CredentialsException.class)
                    .hasMessageContaining("ALIBABA_CLOUD_ACCESS_KEY_SECRET is not set");
        }
    }

    @Test
    void providersOfOnesOwnTakePart() {
        CredentialsProvider chain = CredentialsProviders.chain(NOWHERE, CredentialsProviders.fixed("own", "s"));

        assertThat(chain.credentials().accessKeyId()).isEqualTo("own");
    }

    @Test
    void brokenProviderEndsTheSearch() {
        CredentialsProvider broken = () -> {
            throw new IllegalStateException("broken");
        };

        CredentialsProvider chain = CredentialsProviders.chain(broken, CredentialsProviders.fixed("own", "s"));

        assertThatThrownBy(chain::credentials).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void emptyChainHasNoCredentials() {
        assertThatThrownBy(() -> CredentialsProviders.chain().credentials()).isInstanceOf(CredentialsException.class);
    }

    @Test
    void invalidatingReachesEveryProvider() {
        var invalidated = new AtomicInteger();
        CredentialsProvider counting = new CredentialsProvider() {
            @Override
            public Credentials credentials() {
                return Credentials.of("id", "secret");
            }

            @Override
            public void invalidate() {
                invalidated.incrementAndGet();
            }
        };

        CredentialsProviders.chain(counting, counting).invalidate();

        assertThat(invalidated).hasValue(2);
    }

    @Test
    void nameOfTheDefaultChainListsItsSources() {
        assertThat(CredentialsProviders.defaultChain().toString())
                .matches("cached \\[system properties, environment, OIDC environment, command line's config.json, .*,"
                        + " credentials file .*, ECS role, credentials URI]");
    }

    private String found() {
        var environment = new CredentialsEnvironment(
                variables::get, name -> name.equals("user.home") ? home.toString() : properties.get(name));
        return new ChainedCredentials(List.of(
                        new SystemPropertyCredentials(environment),
                        new EnvironmentCredentials(environment),
                        CliConfigFile.of(environment),
                        CredentialsFile.of(environment),
                        NOWHERE))
                .credentials()
                .accessKeyId();
    }

    private void write(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
