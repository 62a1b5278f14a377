package io.github.alimsg.core.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.error.CredentialsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliConfigFileTest {
    private static final String PROFILES = """
            {"current": "work",
             "profiles": [
               {"name": "default", "mode": "AK", "access_key_id": "id", "access_key_secret": "secret", "sts_token": "x"},
               {"name": "work", "mode": "StsToken", "access_key_id": "workid", "access_key_secret": "worksecret",
                "sts_token": "token", "region_id": "ap-southeast-1"},
               {"name": "half", "mode": "AK", "access_key_id": "id", "access_key_secret": ""},
               {"name": "keyless", "mode": "AK", "ram_role_arn": "arn"},
               {"name": "cloud", "mode": "CloudSSO", "access_key_id": "id", "access_key_secret": "topsecret"}],
             "meta_path": ""}
            """;

    @TempDir
    Path home;

    private Path file;

    @BeforeEach
    void folder() throws IOException {
        file = home.resolve(".aliyun").resolve("config.json");
        Files.createDirectories(file.getParent());
    }

    @Test
    void currentProfileIsRead() throws IOException {
        assertThat(read(PROFILES, Map.of())).isEqualTo(Credentials.temporary("workid", "worksecret", "token", null));
    }

    @Test
    void chosenProfileIsRead() throws IOException {
        assertThat(read(PROFILES, profile("default"))).isEqualTo(Credentials.of("id", "secret"));
        assertThat(CredentialsProviders.cliConfig(file, "default").credentials())
                .isEqualTo(Credentials.of("id", "secret"));
    }

    @Test
    void lineBreaksAndByteOrderMarkOfWindowsDoNotMatter() throws IOException {
        assertThat(read("\uFEFF" + PROFILES.replace("\n", "\r\n"), profile("default")))
                .isEqualTo(Credentials.of("id", "secret"));
    }

    @Test
    void missingFileIsNamed() {
        assertThatThrownBy(() ->
                        CliConfigFile.of(Environments.home(home, Map.of())).credentials())
                .isInstanceOf(CredentialsException.class)
                .hasMessage("no credentials; command line's config.json, profile current:"
                        + " no such file, no such profile in it, or nothing set there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"profiles\":[]}",
                "{\"current\":\"x\",\"profiles\":{}}",
                "{\"current\":\"x\",\"profiles\":[7,null]}"
            })
    void missingProfileIsNamed(String config) {
        assertThatThrownBy(() -> read(config, Map.of())).hasMessageContaining("no such profile in it");
        assertThatThrownBy(() -> read(config, profile("x")))
                .hasMessageContaining("profile x: ALIBABA_CLOUD_PROFILE names a profile that sets no credentials");
    }

    @Test
    void switchedOffFileIsNotRead() throws IOException {
        Files.writeString(file, "no JSON");

        assertThatThrownBy(() -> read("no JSON", Map.of("ALIBABA_CLOUD_CLI_PROFILE_DISABLED", "True")))
                .hasMessageContaining("switched off by ALIBABA_CLOUD_CLI_PROFILE_DISABLED");
    }

    @Test
    void halfSetProfileSaysWhatIsMissing() {
        assertThatThrownBy(() -> read(PROFILES, profile("half")))
                .hasMessageContaining("access_key_secret is not set, but access_key_id is");
        assertThatThrownBy(() -> read(PROFILES, profile("keyless")))
                .hasMessageContaining("access_key_id and access_key_secret are missing");
    }

    @Test
    void temporaryKeyWithoutItsTokenIsHalfSet() {
        assertThatThrownBy(() -> read(PROFILES.replace("\"token\"", "\"\""), Map.of()))
                .isInstanceOf(CredentialsException.class)
                .hasMessageContaining("sts_token");
    }

    @Test
    void unsupportedModeIsAnErrorThatDoesNotQuoteIt() {
        assertThatThrownBy(() -> read(PROFILES, profile("cloud")))
                .isInstanceOf(CredentialsException.class)
                .hasMessageContaining("profile cloud: its mode is not supported; AK, StsToken, RamRoleArn")
                .hasMessageNotContaining("CloudSSO")
                .hasMessageNotContaining("topsecret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "topsecret", "{\"access_key_secret\":\"topsecret\"", "7"})
    void contentThatIsNotAJsonObjectIsAnErrorThatDoesNotQuoteIt(String config) {
        assertThatThrownBy(() -> read(config, Map.of()))
                .isInstanceOf(CredentialsException.class)
                .hasMessageContaining("is not a JSON object")
                .hasMessageNotContaining("topsecret")
                .hasNoCause();
    }

    private Credentials read(String config, Map<String, String> variables) throws IOException {
        Files.writeString(file, config);
        return CliConfigFile.of(Environments.home(home, variables)).credentials();
    }

    private static Map<String, String> profile(String name) {
        return Map.of("ALIBABA_CLOUD_PROFILE", name);
    }
}
