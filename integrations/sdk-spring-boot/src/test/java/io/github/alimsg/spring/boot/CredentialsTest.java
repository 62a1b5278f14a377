package io.github.alimsg.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.sts.StsClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@DisplayName("Credentials come from properties, and no key is ever shown")
class CredentialsTest {
    private static final String MARKER = "s3cretMarker";
    private static final String KEY = "alimsg.credentials.access-key-id=LTAIkey";
    private static final String SECRET = "alimsg.credentials.access-key-secret=" + MARKER;

    @Test
    void fixedKeysSign() {
        Boot.application().withPropertyValues(KEY, SECRET).run(context -> {
            var credentials = context.getBean(CredentialsProvider.class).credentials();
            assertThat(credentials.accessKeyId()).isEqualTo("LTAIkey");
            assertThat(credentials.accessKeySecret()).isEqualTo(MARKER);
        });
    }

    @Test
    void aTokenMakesThemTemporary() {
        Boot.application()
                .withPropertyValues(KEY, SECRET, "alimsg.credentials.security-token=" + MARKER + "2")
                .run(context -> assertThat(context.getBean(CredentialsProvider.class)
                                .credentials()
                                .securityToken())
                        .isEqualTo(MARKER + "2"));
    }

    @Test
    void emptyPropertiesAreNotSet() {
        Boot.application()
                .withPropertyValues("alimsg.credentials.access-key-id=", "alimsg.credentials.access-key-secret=")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(CredentialsProvider.class));
    }

    @ParameterizedTest
    @CsvSource({
        "alimsg.credentials.access-key-secret=s3cretMarker, , access-key-id is missing",
        "alimsg.credentials.access-key-id=s3cretMarker, , access-key-secret is missing",
        "alimsg.credentials.security-token=s3cretMarker, , access-key-id is missing",
        "alimsg.credentials.profile=s3cretMarker, alimsg.credentials.ecs-role=s3cretMarker, several credentials",
        "alimsg.credentials.role.session-name=s3cretMarker, , role.arn is not set",
        "alimsg.credentials.role.arn=s3cretMarker, alimsg.credentials.role.oidc-token-file=s3cretMarker, only one is set",
    })
    void whatIsHalfSetEndsTheStartWithARemedyAndWithoutTheValue(String first, String second, String shown) {
        runner(first, second).run(context -> {
            assertThat(context).hasFailed();
            assertThat(Failures.of(context.getStartupFailure()))
                    .contains(shown)
                    .contains("alimsg.credentials")
                    .doesNotContain(MARKER);
            assertThat(Failures.trace(context.getStartupFailure())).doesNotContain(MARKER);
        });
    }

    @Test
    void anOidcTokenBesideAKeyIsRefused() {
        Boot.application()
                .withPropertyValues(
                        KEY,
                        SECRET,
                        "alimsg.credentials.role.arn=acs:ram::1:role/a",
                        "alimsg.credentials.role.oidc-provider-arn=acs:ram::1:oidc-provider/a",
                        "alimsg.credentials.role.oidc-token-file=/token")
                .run(context -> assertThat(Failures.of(context.getStartupFailure()))
                        .contains("both an OIDC token and other credentials"));
    }

    @Test
    void aRoleNeedsTheModuleThatAssumesIt() {
        Boot.application()
                .withPropertyValues("alimsg.credentials.role.arn=acs:ram::1:role/a")
                .withClassLoader(new FilteredClassLoader("io.github.alimsg.sts"))
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void aProfileIsReadFromTheFilesOfTheVendor(@TempDir Path home) throws Exception {
        Path file = Files.createDirectories(home.resolve(".alibabacloud")).resolve("credentials.ini");
        Files.writeString(file, """
                [messaging]
                type = access_key
                access_key_id = LTAIprofile
                access_key_secret = s3cretMarker
                """);
        Boot.application()
                .withPropertyValues("user.home=" + home, "alimsg.credentials.profile=messaging")
                .run(context -> assertThat(context.getBean(CredentialsProvider.class)
                                .credentials()
                                .accessKeyId())
                        .isEqualTo("LTAIprofile"));
    }

    @Test
    void aRoleIsAssumedAtTheSameEndpointAndCached() throws Exception {
        try (FakeCloud cloud = FakeCloud.builder()
                .withProduct(StsClient.PRODUCT, DysmsInternationalClient.PRODUCT)
                .start()) {
            cloud.when("AssumeRole").thenAnswer(call -> issue(cloud.acceptTemporary(Duration.ofHours(1))));
            Boot.application()
                    .withPropertyValues(
                            "alimsg.endpoint=" + cloud.endpoint(),
                            "alimsg.credentials.access-key-id="
                                    + cloud.credentials().accessKeyId(),
                            "alimsg.credentials.access-key-secret="
                                    + cloud.credentials().accessKeySecret(),
                            "alimsg.credentials.role.arn=acs:ram::123456789012:role/messaging",
                            "alimsg.credentials.role.session-name=orders")
                    .run(context -> {
                        var sms = context.getBean(DysmsInternationalClient.class);
                        sms.sendMessageToGlobe(m -> m.to("6281234567890").message("a"));
                        sms.sendMessageToGlobe(m -> m.to("6281234567890").message("b"));
                        assertThat(cloud.received("AssumeRole")).singleElement().satisfies(call -> {
                            assertThat(call.parameter("RoleSessionName")).isEqualTo("orders");
                            assertThat(call.parameter("RoleArn")).isEqualTo("acs:ram::123456789012:role/messaging");
                        });
                        assertThat(context.getBean(ConfiguredClients.class)
                                        .list()
                                        .get(0)
                                        .credentials())
                                .isEqualTo("role acs:ram::123456789012:role/messaging, assumed with access key in"
                                        + " alimsg.credentials");
                    });
        }
    }

    @Test
    void missingCredentialsAtTheFirstCallAreExplained() {
        var failure =
                new CredentialsException(null, 1, List.of("environment: ALIBABA_CLOUD_ACCESS_KEY_ID is not set"), null);
        assertThat(Failures.of(new IllegalStateException("runner", failure)))
                .contains("environment: ALIBABA_CLOUD_ACCESS_KEY_ID is not set")
                .contains("alimsg.credentials.access-key-id");
    }

    @Test
    void noObjectThatHoldsAKeyShowsIt() {
        Boot.application()
                .withPropertyValues(
                        KEY,
                        SECRET,
                        "alimsg.proxy.url=http://p:1",
                        "alimsg.proxy.user=u",
                        "alimsg.proxy.password=" + MARKER)
                .run(context -> {
                    var client = context.getBean(StsClient.class);
                    AlimsgProperties properties = context.getBean(AlimsgProperties.class);
                    assertThat(List.of(
                                            properties,
                                            properties.getCredentials(),
                                            properties.getProxy(),
                                            context.getBean(CredentialsProvider.class),
                                            context.getBean(ConfiguredClients.class)
                                                    .list(),
                                            client.settings(),
                                            client)
                                    .toString())
                            .doesNotContain(MARKER);
                });
    }

    private static Reply issue(Credentials role) {
        return Reply.json("{\"RequestId\":\"1\",\"Credentials\":{\"AccessKeyId\":\"" + role.accessKeyId()
                + "\",\"AccessKeySecret\":\"" + role.accessKeySecret() + "\",\"SecurityToken\":\""
                + role.securityToken() + "\",\"Expiration\":\"" + role.expiration() + "\"}}");
    }

    private static ApplicationContextRunner runner(String first, String second) {
        ApplicationContextRunner runner = Boot.application().withPropertyValues(first);
        return second == null ? runner : runner.withPropertyValues(second);
    }
}
