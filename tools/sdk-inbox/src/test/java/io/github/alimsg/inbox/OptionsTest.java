package io.github.alimsg.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.inbox.Options.WrongOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Options are read from the command line and the environment, and mistakes are named")
class OptionsTest {
    private static Settings settings(String... arguments) throws WrongOption {
        return Options.of(List.of(arguments), name -> null).settings();
    }

    @Test
    void withoutOptionsItListensOnTheLoopbackAddressAndKeepsNothing() throws WrongOption {
        Settings settings = settings();

        assertThat(settings.bind().isLoopbackAddress()).isTrue();
        assertThat(settings.apiPort()).isEqualTo(8025);
        assertThat(settings.pagePort()).isEqualTo(8026);
        assertThat(settings.max()).isEqualTo(5000);
        assertThat(settings.keep()).isNull();
        assertThat(settings.limits()).isFalse();
        assertThat(settings.keys().get(0).accessKeyId()).isEqualTo("inbox-key");
    }

    @Test
    void theCommandLineCountsMoreThanTheEnvironment() throws WrongOption {
        Map<String, String> environment = Map.of("ALIMSG_INBOX_API_PORT", "1", "ALIMSG_INBOX_UI_PORT", "2");

        Settings settings = Options.of(List.of("--api-port=3", "--clock-skew", "-20m"), environment::get)
                .settings();

        assertThat(settings.apiPort()).isEqualTo(3);
        assertThat(settings.pagePort()).isEqualTo(2);
        assertThat(settings.skew()).isEqualTo(Duration.ofMinutes(-20));
    }

    @Test
    void anotherAddressNeedsAPassword() throws WrongOption {
        assertThatThrownBy(() -> settings("--bind", "0.0.0.0"))
                .isInstanceOf(WrongOption.class)
                .hasMessageContaining("--password");
        assertThat(settings("--bind", "0.0.0.0", "--password", "secret").password())
                .isEqualTo("secret");
    }

    @Test
    void receiptsGoToThisComputerUnlessAHostIsAllowed() throws WrongOption {
        assertThatThrownBy(() -> settings("--webhook", "http://192.0.2.1/receipts"))
                .isInstanceOf(WrongOption.class)
                .hasMessageContaining("--allow-webhook-host 192.0.2.1");
        assertThat(settings("--webhook", "http://192.0.2.1/receipts", "--allow-webhook-host", "192.0.2.1"))
                .isNotNull();
    }

    @Test
    void keysComeFromAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("keys"), "# ours\nkey-1 secret-1\n\nkey-2\tsecret-2\n");

        assertThat(settings("--keys", file.toString()).keys())
                .extracting(key -> key.accessKeyId() + "=" + key.accessKeySecret())
                .containsExactly("key-1=secret-1", "key-2=secret-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nothing",
                "page",
                "--api-port",
                "--api-port=65536",
                "--api-port=x",
                "--max=0",
                "--limits=on",
                "--clock-skew=25h",
                "--clock-skew=soon",
                "--auto-receipts=2",
                "--webhook=receipts",
                "--webhook=ftp://127.0.0.1/",
                "--keys=/no/such/file",
                "--password=",
                "--open=true",
                "--tls=true"
            })
    void aWrongOptionIsNamed(String option) {
        assertThatThrownBy(() -> settings(option))
                .isInstanceOf(WrongOption.class)
                .hasMessageContaining(option.replaceAll("=.*", ""));
    }

    @Test
    void tlsIsSpokenOnRequest() throws WrongOption {
        assertThat(settings().tls()).isFalse();
        assertThat(settings("--tls").tls()).isTrue();
        assertThat(Options.of(List.of(), Map.of("ALIMSG_INBOX_TLS", "true")::get)
                        .settings()
                        .tls())
                .isTrue();
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(Options.help())
                .contains("--api-port", "--ui-port", "--webhook", "--auto-receipts", "--clock-skew")
                .contains("--limits", "--keep", "--max", "--bind", "--password", "--keys", "--tls", "--open")
                .contains("--allow-webhook-host", "--help", "--version", "ALIMSG_INBOX_");
    }
}
