package io.github.alimsg.sts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.credentials.RoleSettings;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.sts.StsClient;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StsRoleAssumerTest {
    /** Its region tells that this module was asked, and nothing is sent. */
    private static final String CONFIG = """
            {"current": "role", "profiles": [{"name": "role", "mode": "RamRoleArn", "access_key_id": "id",
             "access_key_secret": "secret", "ram_role_arn": "arn", "sts_region": "NO REGION"}]}
            """;

    @TempDir
    Path folder;

    @Test
    void profilesFindThisModule() throws IOException {
        CredentialsProvider profile = CredentialsProviders.cliConfig(config(), null);

        assertThat(StsRoleAssumer.class.getModule().isNamed()).isTrue();
        assertThatThrownBy(profile::credentials)
                .isInstanceOf(CredentialsException.class)
                .hasMessageContaining("profile current: the region of STS is not a region id")
                .hasMessageNotContaining("NO REGION");
    }

    @Test
    void profilesFindThisModuleOnTheClassPath() throws Exception {
        try (var loader = new URLClassLoader(allJars(), null)) {
            Class<?> providers = loader.loadClass(CredentialsProviders.class.getName());
            Object profile =
                    providers.getMethod("cliConfig", Path.class, String.class).invoke(null, config(), null);
            Method credentials =
                    loader.loadClass(CredentialsProvider.class.getName()).getMethod("credentials");

            assertThat(providers.getModule().isNamed()).isFalse();
            assertThatThrownBy(() -> credentials.invoke(profile))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessageContaining("profile current: the region of STS is not a region id")
                    .hasMessageNotContaining("NO REGION");
        }
    }

    @Test
    void regionOfAProfileIsTheOneOfSts() {
        assertThat(origin("cn-beijing", false)).isEqualTo("https://sts.cn-beijing.aliyuncs.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cn-hangzhou-finance", "cn-shenzhen-finance-1", "ap-south-1"})
    void regionsWithoutAHostOfTheirOwnGoToTheCentralOne(String region) {
        assertThat(origin(region, false)).isEqualTo("https://sts.aliyuncs.com");
    }

    @Test
    void vpcOfAProfileIsNeverThePublicNetwork() {
        assertThat(origin("cn-beijing", true)).isEqualTo("https://sts-vpc.cn-beijing.aliyuncs.com");
        assertThatIllegalArgumentException().isThrownBy(() -> origin("x.example.com/", true));
    }

    @Test
    void everySettingOfAProfileIsTakenOver() {
        RoleSettings role = RoleSettings.builder("arn")
                .sessionName("me")
                .duration(Duration.ofMinutes(15))
                .policy("{}")
                .externalId("ext")
                .build();
        var assumer = new StsRoleAssumer();

        assertThat(assumer.assumeRole(role, () -> Credentials.of("id", "secret")))
                .hasToString("cached role arn by AssumeRole");
        assertThat(assumer.assumeRoleWithOidc(role, "provider", folder.resolve("token")))
                .hasToString("cached role arn by AssumeRoleWithOIDC");
    }

    private static String origin(@Nullable String region, boolean vpc) {
        List<String> origins = new ArrayList<>();
        HttpTransport transport = new HttpTransport() {
            @Override
            public HttpResponse execute(HttpRequest call) {
                origins.add(call.origin());
                return new HttpResponse(200, List.of(), "{}".getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void close() {}
        };
        RoleSettings role =
                RoleSettings.builder("arn").stsRegion(region).vpc(vpc).build();
        StsClient.Builder builder =
                StsClient.builder().transport(transport).credentials(CredentialsProviders.fixed("id", "secret"));
        try (StsClient client = StsRoleAssumer.client(role, builder)) {
            client.getCallerIdentity();
        }
        return origins.get(0);
    }

    private Path config() throws IOException {
        return Files.writeString(folder.resolve("config.json"), CONFIG);
    }

    private static URL[] allJars() throws IOException {
        List<URL> all = new ArrayList<>();
        for (String property : List.of("jdk.module.path", "java.class.path")) {
            for (String entry : System.getProperty(property, "").split(File.pathSeparator, -1)) {
                if (!entry.isEmpty()) {
                    all.add(Path.of(entry).toUri().toURL());
                }
            }
        }
        return all.toArray(new URL[0]);
    }
}
