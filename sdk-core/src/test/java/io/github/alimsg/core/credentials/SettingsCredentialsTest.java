package io.github.alimsg.core.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.error.CredentialsException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Environment variables and system properties. */
class SettingsCredentialsTest {
    private static final String ID = "ALIBABA_CLOUD_ACCESS_KEY_ID";
    private static final String SECRET = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";
    private static final String TOKEN = "ALIBABA_CLOUD_SECURITY_TOKEN";

    @Test
    void environmentHasALastingKey() {
        assertThat(environment(ID, "id", SECRET, "secret").credentials()).isEqualTo(Credentials.of("id", "secret"));
    }

    @Test
    void environmentHasATemporaryKey() {
        assertThat(environment(ID, "id", SECRET, "secret", TOKEN, "token").credentials())
                .isEqualTo(Credentials.temporary("id", "secret", "token", null));
    }

    @Test
    void spaceAroundSettingsDoesNotMatter() {
        assertThat(environment(ID, " id\n", SECRET, "\tsecret ", TOKEN, " ").credentials())
                .isEqualTo(Credentials.of("id", "secret"));
    }

    @Test
    void emptyEnvironmentSaysWhatToSet() {
        assertThatThrownBy(() -> environment(ID, " ").credentials())
                .isInstanceOf(CredentialsException.class)
                .hasMessage("no credentials; environment: ALIBABA_CLOUD_ACCESS_KEY_ID and"
                        + " ALIBABA_CLOUD_ACCESS_KEY_SECRET are not set");
    }

    @Test
    void halfSetEnvironmentSaysWhatIsMissing() {
        assertThatThrownBy(() -> environment(ID, "id").credentials())
                .hasMessage("no credentials; environment: ALIBABA_CLOUD_ACCESS_KEY_SECRET is not set,"
                        + " but ALIBABA_CLOUD_ACCESS_KEY_ID is");
        assertThatThrownBy(() -> environment(SECRET, "topsecret").credentials())
                .hasMessage("no credentials; environment: ALIBABA_CLOUD_ACCESS_KEY_ID is not set,"
                        + " but ALIBABA_CLOUD_ACCESS_KEY_SECRET is");
    }

    @Test
    void unusableSettingIsNotQuoted() {
        assertThatThrownBy(() -> environment(ID, "id", SECRET, "top secret").credentials())
                .isInstanceOf(CredentialsException.class)
                .hasMessageContaining("environment: the access key secret has a space")
                .hasMessageNotContaining("top");
    }

    @Test
    void propertiesHaveALastingOrATemporaryKey() {
        Map<String, String> set =
                new HashMap<>(Map.of("alibabacloud.accessKeyId", "id", "alibabacloud.accessKeySecret", "secret"));
        assertThat(properties(set).credentials()).isEqualTo(Credentials.of("id", "secret"));

        set.put("alibabacloud.sessionToken", "token");
        assertThat(properties(set).credentials()).isEqualTo(Credentials.temporary("id", "secret", "token", null));
    }

    @Test
    void olderNameOfTheSecretServesWhereTheNewerIsNotSet() {
        Map<String, String> set =
                new HashMap<>(Map.of("alibabacloud.accessKeyId", "id", "alibabacloud.accessKeyIdSecret", "older"));
        assertThat(properties(set).credentials()).isEqualTo(Credentials.of("id", "older"));

        set.put("alibabacloud.accessKeySecret", "newer");
        assertThat(properties(set).credentials()).isEqualTo(Credentials.of("id", "newer"));
    }

    @Test
    void missingPropertiesAreNamed() {
        assertThatThrownBy(() -> properties(Map.of()).credentials())
                .hasMessage("no credentials; system properties: alibabacloud.accessKeyId and"
                        + " alibabacloud.accessKeySecret are not set");
        assertThatThrownBy(() ->
                        properties(Map.of("alibabacloud.accessKeyId", "id")).credentials())
                .hasMessageContaining("alibabacloud.accessKeySecret is not set, but alibabacloud.accessKeyId is");
    }

    private static CredentialsProvider environment(String... settings) {
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            variables.put(settings[i], settings[i + 1]);
        }
        return new EnvironmentCredentials(Environments.variables(variables));
    }

    private static CredentialsProvider properties(Map<String, String> set) {
        return new SystemPropertyCredentials(Environments.properties(set));
    }
}
