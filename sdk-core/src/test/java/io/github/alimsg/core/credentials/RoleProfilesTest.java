package io.github.alimsg.core.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.error.CredentialsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles in both profile files and in the environment. */
class RoleProfilesTest {
    private static final RoleSettings ROLE = RoleSettings.builder("arn:r")
            .sessionName("me")
            .duration(Duration.ofMinutes(15))
            .policy("{}")
            .externalId("ext")
            .stsRegion("cn-beijing")
            .vpc(true)
            .build();

    private static final String CONFIG = """
            {"current": "role",
             "profiles": [
               {"name": "key", "mode": "AK", "access_key_id": "id", "access_key_secret": "topsecret"},
               {"name": "token", "mode": "StsToken", "access_key_id": "tid", "access_key_secret": "topsecret",
                "sts_token": "toptoken"},
               {"name": "role", "mode": "RamRoleArn", "access_key_id": "id", "access_key_secret": "topsecret",
                "ram_role_arn": "arn:r", "ram_session_name": "me", "expired_seconds": 900, "policy": "{}",
                "external_id": "ext", "sts_region": "cn-beijing", "enable_vpc": true},
               {"name": "chained", "mode": "ChainableRamRoleArn", "source_profile": "role", "ram_role_arn": "arn:c"},
               {"name": "twice", "mode": "ChainableRamRoleArn", "source_profile": "chained", "ram_role_arn": "arn:t"},
               {"name": "of-token", "mode": "ChainableRamRoleArn", "source_profile": "token", "ram_role_arn": "arn:o"},
               {"name": "of-machine", "mode": "ChainableRamRoleArn", "source_profile": "ecs", "ram_role_arn": "arn:m"},
               {"name": "oidc", "mode": "OIDC", "ram_role_arn": "arn:w", "oidc_provider_arn": "arn:p",
                "oidc_token_file": "/run/token"},
               {"name": "ecs", "mode": "EcsRamRole", "ram_role_name": "messaging"},
               {"name": "attached", "mode": "EcsRamRole"},
               {"name": "uri", "mode": "CredentialsURI", "credentials_uri": "HELPER"},
               {"name": "loop", "mode": "ChainableRamRoleArn", "source_profile": "pool", "ram_role_arn": "arn:l"},
               {"name": "pool", "mode": "ChainableRamRoleArn", "source_profile": "loop", "ram_role_arn": "arn:l"},
               {"name": "itself", "mode": "ChainableRamRoleArn", "source_profile": "itself", "ram_role_arn": "arn:l"},
               {"name": "nowhere", "mode": "ChainableRamRoleArn", "source_profile": "gone", "ram_role_arn": "arn:l"},
               {"name": "sourceless", "mode": "ChainableRamRoleArn", "ram_role_arn": "arn:l"},
               {"name": "arnless", "mode": "RamRoleArn", "access_key_id": "id", "access_key_secret": "topsecret"},
               {"name": "keyless", "mode": "RamRoleArn", "ram_role_arn": "arn:l"},
               {"name": "fileless", "mode": "OIDC", "ram_role_arn": "arn:w", "oidc_provider_arn": "arn:p"},
               {"name": "endless", "mode": "RamRoleArn", "access_key_id": "id", "access_key_secret": "topsecret",
                "ram_role_arn": "arn:r", "expired_seconds": "an hour"},
               {"name": "vpc", "mode": "RamRoleArn", "access_key_id": "id", "access_key_secret": "topsecret",
                "ram_role_arn": "arn:r", "enable_vpc": true},
               {"name": "uriless", "mode": "CredentialsURI"},
               {"name": "far", "mode": "CredentialsURI", "credentials_uri": "http://example.com/"}]}
            """;

    private static final String INI = """
            [default]
            type = ram_role_arn
            access_key_id = id
            access_key_secret = topsecret
            role_arn = arn:r
            role_session_name = me
            policy = {}

            [oidc]
            type = oidc_role_arn
            role_arn = arn:w
            oidc_provider_arn = arn:p
            oidc_token_file_path = /run/token

            [ecs]
            type = ecs_ram_role
            role_name = messaging

            [keyless]
            type = ram_role_arn
            role_arn = arn:r

            [arnless]
            type = ram_role_arn
            access_key_id = id
            access_key_secret = topsecret

            [fileless]
            type = oidc_role_arn
            role_arn = arn:w
            oidc_provider_arn = arn:p
            """;

    @TempDir
    Path home;

    private final MetadataService service = new MetadataService();
    private final FakeRoles roles = new FakeRoles();
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void write() throws IOException {
        write(".aliyun/config.json", CONFIG.replace("HELPER", service.uri() + MetadataService.ROLES + "messaging"));
        write(".alibabacloud/credentials.ini", INI);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "role | arn:r(id)",
                "chained | arn:c(arn:r(id))",
                "twice | arn:t(arn:c(arn:r(id)))",
                "of-token | arn:o(tid)",
                "of-machine | arn:m(STS.1)",
                "oidc | arn:w(arn:p,/run/token)",
                "ecs | STS.1",
                "attached | STS.1",
            })
    void everyModeOfTheCommandLineIsRead(String profile, String id) {
        assertThat(cli(profile).credentials().accessKeyId()).isEqualTo(id);
    }

    @Test
    void credentialsUriOfAProfileIsAsked() {
        service.needsToken = false;

        assertThat(cli("uri").credentials()).isEqualTo(MetadataService.expected("STS.1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"default | arn:r(id)", "oidc | arn:w(arn:p,/run/token)", "ecs | STS.1"})
    void everyTypeOfTheCredentialsFileIsRead(String profile, String id) {
        assertThat(ini(profile).credentials().accessKeyId()).isEqualTo(id);
    }

    @Test
    void settingsOfTheRoleArePassedOn() {
        cli("role").credentials();
        ini(null).credentials();

        assertThat(roles.roles)
                .containsExactly(
                        ROLE,
                        RoleSettings.builder("arn:r")
                                .sessionName("me")
                                .policy("{}")
                                .build());
    }

    @Test
    void environmentFillsInWhatTheProfileLeavesOut() {
        variables.put("ALIBABA_CLOUD_ROLE_SESSION_NAME", "pod");
        variables.put("ALIBABA_CLOUD_STS_REGION", "cn-hangzhou");
        variables.put("ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED", "true");

        cli("role").credentials();
        cli("oidc").credentials();

        assertThat(roles.roles)
                .containsExactly(
                        ROLE,
                        RoleSettings.builder("arn:w")
                                .sessionName("pod")
                                .stsRegion("cn-hangzhou")
                                .vpc(true)
                                .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "loop | source_profile leads back to itself",
                "itself | source_profile leads back to itself",
                "nowhere | source_profile names a profile that does not exist",
                "sourceless | source_profile is not set",
                "arnless | ram_role_arn is not set",
                "keyless | access_key_id and access_key_secret are missing",
                "fileless | oidc_token_file is not set",
                "endless | expired_seconds is not a number of seconds",
                "vpc | STS inside a VPC needs its region: set sts_region or ALIBABA_CLOUD_STS_REGION",
                "uriless | credentials_uri is not set",
                "far | credentials URI: uses plain http with a host that is neither localhost nor a private address;"
                        + " use its address, or https"
            })
    void halfSetProfileOfTheCommandLineSaysWhatIsMissing(String profile, String reason) {
        assertThatThrownBy(() -> cli(profile).credentials())
                .isInstanceOfSatisfying(
                        CredentialsException.class,
                        e -> assertThat(e.isMisconfigured()).isTrue())
                .hasMessage("no credentials; command line's config.json, profile " + profile + ": " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keyless | access_key_id and access_key_secret are missing",
                "arnless | role_arn is not set",
                "fileless | oidc_token_file_path is not set"
            })
    void halfSetProfileOfTheCredentialsFileSaysWhatIsMissing(String profile, String reason) {
        assertThatThrownBy(() -> ini(profile).credentials())
                .isInstanceOfSatisfying(
                        CredentialsException.class,
                        e -> assertThat(e.isMisconfigured()).isTrue())
                .hasMessage("no credentials; credentials file credentials.ini, profile " + profile + ": " + reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"role", "chained", "oidc"})
    void withoutStsTheErrorSaysWhatToAdd(String profile) {
        var environment = new CredentialsEnvironment(
                Map.of("ALIBABA_CLOUD_PROFILE", profile)::get, Map.of("user.home", home.toString())::get);

        assertThatThrownBy(() -> CliConfigFile.of(environment).credentials())
                .isInstanceOfSatisfying(
                        CredentialsException.class,
                        e -> assertThat(e.isMisconfigured()).isTrue())
                .hasMessage("no credentials; command line's config.json, profile " + profile
                        + ": names a RAM role, which requires STS: add io.github.alimsg:sdk-sts");
    }

    @Test
    void providerOfAProfileIsKeptWhileTheProfileStaysTheSame() throws IOException {
        CredentialsProvider cli = cli("chained");
        CredentialsProvider ini = ini(null);
        for (int i = 0; i < 3; i++) {
            cli.credentials();
            ini.credentials();
        }
        assertThat(roles.roles).hasSize(3);

        write(".aliyun/config.json", CONFIG.replace("arn:r", "arn:new"));
        write(".alibabacloud/credentials.ini", INI.replace("arn:r", "arn:new"));

        assertThat(cli.credentials().accessKeyId()).isEqualTo("arn:c(arn:new(id))");
        assertThat(ini.credentials().accessKeyId()).isEqualTo("arn:new(id)");
    }

    @Test
    void invalidatingReachesTheRole() {
        CredentialsProvider cli = cli("role");
        CredentialsProvider ini = ini(null);
        cli.invalidate(); // nothing there yet
        cli.credentials();
        ini.credentials();

        cli.invalidate();
        ini.invalidate();

        assertThat(roles.invalidated).hasValue(2);
    }

    @Test
    void failureOfTheRoleIsToldAsTheProfiles() {
        service.answer(MetadataService.ROLES + "messaging", 500, "");

        assertThatThrownBy(() -> ini("ecs").credentials())
                .hasMessage("no credentials; credentials file credentials.ini, profile ecs: ECS role messaging:"
                        + " the metadata service replied with HTTP 500");
    }

    @Test
    void oidcOfTheEnvironmentIsTakenOn() {
        oidcVariables();

        assertThat(new OidcEnvironment(environment(null)).credentials().accessKeyId())
                .isEqualTo("arn:e(arn:p,/run/token)");
        assertThat(roles.roles)
                .containsExactly(
                        RoleSettings.builder("arn:e").sessionName("pod").build());
    }

    @Test
    void aRoleWithoutTheOtherSettingsIsNotOidc() {
        variables.put("ALIBABA_CLOUD_ROLE_ARN", "arn:e");

        assertThatThrownBy(() -> new OidcEnvironment(environment(null)).credentials())
                .isInstanceOfSatisfying(
                        CredentialsException.class,
                        e -> assertThat(e.isMisconfigured()).isFalse())
                .hasMessage("no credentials; OIDC environment: ALIBABA_CLOUD_OIDC_PROVIDER_ARN and"
                        + " ALIBABA_CLOUD_OIDC_TOKEN_FILE are not set");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ALIBABA_CLOUD_ROLE_ARN", "ALIBABA_CLOUD_OIDC_PROVIDER_ARN", "ALIBABA_CLOUD_OIDC_TOKEN_FILE"})
    void halfSetOidcIsAnError(String missing) {
        oidcVariables();
        variables.remove(missing);

        assertThatThrownBy(() -> new OidcEnvironment(environment(null)).credentials())
                .isInstanceOfSatisfying(
                        CredentialsException.class,
                        e -> assertThat(e.isMisconfigured()).isTrue())
                .hasMessage("no credentials; OIDC environment: " + missing + " is not set");
    }

    @Test
    void oidcWithoutStsSaysWhatToAdd() {
        oidcVariables();
        var withoutSts = new CredentialsEnvironment(variables::get, name -> null);

        assertThatThrownBy(() -> CredentialsProviders.chain(withoutSts).credentials())
                .hasMessage("no credentials; OIDC environment: names a RAM role, which requires STS:"
                        + " add io.github.alimsg:sdk-sts");
    }

    @Test
    void defaultChainAsksInTheVendorsOrder() throws IOException {
        var found = new ArrayList<String>();
        service.needsToken = false;
        variables.put("ALIBABA_CLOUD_CREDENTIALS_URI", service.uri() + "/helper");
        service.answer("/helper", 200, MetadataService.credentials("uri", null));
        service.answer(MetadataService.ROLES, 404, "");
        Files.delete(home.resolve(".aliyun/config.json"));
        Files.delete(home.resolve(".alibabacloud/credentials.ini"));
        found.add(first());
        service.answer(MetadataService.ROLES, 200, "messaging");
        found.add(first());
        write();
        Files.delete(home.resolve(".aliyun/config.json"));
        found.add(first());
        write();
        found.add(first());
        oidcVariables();
        found.add(first());
        variables.put("ALIBABA_CLOUD_ACCESS_KEY_ID", "environment");
        variables.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "topsecret");
        found.add(first());

        assertThat(found)
                .containsExactly("uri", "STS.1", "arn:r(id)", "arn:r(id)", "arn:e(arn:p,/run/token)", "environment");
    }

    @Test
    void whenNothingIsSetEverySourceIsNamed() throws IOException {
        Files.delete(home.resolve(".aliyun/config.json"));
        Files.delete(home.resolve(".alibabacloud/credentials.ini"));
        service.answer(MetadataService.ROLES, 404, "");

        assertThatThrownBy(this::first)
                .hasMessage("no credentials;"
                        + " system properties: alibabacloud.accessKeyId and alibabacloud.accessKeySecret are not set;"
                        + " environment: ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET are not set;"
                        + " OIDC environment: ALIBABA_CLOUD_OIDC_PROVIDER_ARN and ALIBABA_CLOUD_OIDC_TOKEN_FILE are"
                        + " not set;"
                        + " command line's config.json, profile current: no such file, no such profile in it,"
                        + " or nothing set there;"
                        + " credentials file credentials.ini, profile default: no such file, no such profile in it,"
                        + " or nothing set there;"
                        + " ECS role: no role is attached to this machine;"
                        + " credentials URI: ALIBABA_CLOUD_CREDENTIALS_URI is not set");
    }

    private void oidcVariables() {
        variables.put("ALIBABA_CLOUD_ROLE_ARN", "arn:e");
        variables.put("ALIBABA_CLOUD_OIDC_PROVIDER_ARN", "arn:p");
        variables.put("ALIBABA_CLOUD_OIDC_TOKEN_FILE", "/run/token");
        variables.put("ALIBABA_CLOUD_ROLE_SESSION_NAME", "pod");
    }

    private String first() {
        return CredentialsProviders.chain(environment(null)).credentials().accessKeyId();
    }

    private CredentialsProvider cli(String profile) {
        return CliConfigFile.of(environment(profile));
    }

    private CredentialsProvider ini(@Nullable String profile) {
        return CredentialsFile.of(environment(profile));
    }

    private CredentialsEnvironment environment(@Nullable String profile) {
        Map<String, String> all = new HashMap<>(variables);
        if (profile != null) {
            all.put("ALIBABA_CLOUD_PROFILE", profile);
        }
        return new CredentialsEnvironment(
                all::get, Map.of("user.home", home.toString())::get, () -> roles, service.uri());
    }

    private void write(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
