package io.github.alimsg.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("With --tls, the API speaks TLS with a certificate of its own")
class TlsTest {
    @TempDir
    Path folder;

    private Program program;
    private Page page;

    @BeforeEach
    void start() throws Exception {
        program = Program.start(Options.of(List.of("--tls", "--api-port", "0", "--ui-port", "0"), name -> null)
                .settings());
        page = new Page(URI.create(program.pageUrl()));
    }

    @AfterEach
    void close() {
        program.close();
    }

    private URI api() {
        return URI.create(page.read("/health").path("apiUrl").asText());
    }

    private DysmsInternationalClient.Builder client() {
        return DysmsInternationalClient.builder()
                .endpoint(api())
                .credentials(() -> Credentials.of("inbox-key", "inbox-secret"));
    }

    @Test
    void aClientThatTrustsTheCertificateSends() throws Exception {
        Path certificate = Files.writeString(
                folder.resolve("inbox.pem"), page.get("/certificate").body());

        try (DysmsInternationalClient sms = client().trust(certificate).build()) {
            sms.sendMessageToGlobe(m -> m.to("6281234567890").message("Your code is 482913"));
        }

        assertThat(api().getScheme()).isEqualTo("https");
        assertThat(page.read("/health").path("tls").asBoolean()).isTrue();
        assertThat(page.read("/otp?wait=0s").path("code").asText()).isEqualTo("482913");
        assertThat(program.greeting()).contains("/_inbox/api/certificate");
    }

    @Test
    void aClientThatDoesNotTrustItSendsNothing() {
        try (DysmsInternationalClient sms = client().build()) {
            assertThatThrownBy(() ->
                            sms.sendMessageToGlobe(m -> m.to("6281234567890").message("Hello")))
                    .isInstanceOf(SdkException.class)
                    .hasStackTraceContaining("certification path");
        }

        assertThat(page.read("/requests").path("requests")).isEmpty();
    }

    @Test
    void theSnippetsForCurlWork() throws Exception {
        assumeTrue(ConnectTest.isThere("curl") && ConnectTest.isThere("openssl"), "curl and openssl are needed");
        String script = page.get("/connect/certificate").body()
                + page.get("/connect/curl").body();

        Process shell = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor()).as(output).isZero();
        assertThat(page.read("/otp?wait=0s").path("code").asText()).as(output).isEqualTo("482913");
    }

    @Test
    void theSnippetsAndTheTableSayHttps() {
        assertThat(page.read("/connect").path("snippets"))
                .allSatisfy(snippet -> assertThat(snippet.path("code").asText())
                        .doesNotContain("http://" + api().getAuthority())
                        .doesNotContain("\"HTTP\"", "'HTTP'")
                        .doesNotContain("page.example"));
        assertThat(page.read("/connect").path("table"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.path("protocol").asText()).isEqualTo("HTTPS"));
    }
}
