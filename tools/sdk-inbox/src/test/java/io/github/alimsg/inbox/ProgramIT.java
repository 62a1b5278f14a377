package io.github.alimsg.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packed program, as a user starts it. */
@DisplayName("java -jar sdk-inbox.jar")
class ProgramIT {
    private static final long MAX_JAR = 12L * 1024 * 1024;

    /** The promise is 1.5 seconds on a machine that has nothing else to do; a build has. */
    private static final Duration MAX_START = Duration.ofSeconds(10);

    private static void send(InboxProcess inbox, String text) {
        try (DysmsInternationalClient sms = DysmsInternationalClient.builder()
                .endpoint(inbox.api())
                .credentials(() -> Credentials.of("inbox-key", "inbox-secret"))
                .build()) {
            sms.sendMessageToGlobe(m -> m.to("6281234567890").message(text));
        }
    }

    private static String output(int exitCode, String... options) throws Exception {
        Process process = new ProcessBuilder(InboxProcess.command(List.of(), options))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(exitCode);
        return output;
    }

    @Test
    void itStartsKeepsMessagesAndEndsWhenItIsTold(@TempDir Path folder) throws Exception {
        assumeTrue(ProcessHandle.current().supportsNormalTermination(), "a process can only be killed here");
        String file = folder.resolve("messages").toString();
        try (InboxProcess inbox = InboxProcess.start(List.of("-Xmx64m"), "--keep", file)) {
            assertThat(inbox.started()).isLessThan(MAX_START);
            send(inbox, "Your code is 482913");
            assertThat(new Page(inbox.page())
                            .read("/otp?to=6281234567890")
                            .path("code")
                            .asText())
                    .isEqualTo("482913");
            assertThat(inbox.terminate()).isEqualTo(143);
        }
        try (InboxProcess inbox = InboxProcess.start(List.of(), "--keep", file)) {
            var page = new Page(inbox.page());
            assertThat(page.read("/messages?q=482913").path("messages")).hasSize(1);
            assertThat(page.read("/health").path("version").asText()).isNotEqualTo("unknown");
            page.delete("/messages");
        }
        assertThat(Files.size(Path.of(file))).isZero();
    }

    @Test
    void aPortThatIsTakenIsALineAndAnExitCode() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(output(3, "--api-port", port, "--ui-port", "0").lines())
                    .containsExactly("sdk-inbox: port " + port + " is taken; choose another one with --api-port");
            assertThat(output(3, "--api-port", "0", "--ui-port", port).lines())
                    .containsExactly("sdk-inbox: port " + port + " is taken; choose another one with --ui-port");
        }
    }

    @Test
    void aWrongOptionIsALineAndAnExitCode() throws Exception {
        assertThat(output(2, "--bind", "0.0.0.0").lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("--password");
        assertThat(output(0, "--help")).contains("--api-port");
        assertThat(output(0, "--version")).startsWith("sdk-inbox 0.");
    }

    @Test
    void thePasswordIsAskedForOnEveryCall() throws Exception {
        try (InboxProcess inbox = InboxProcess.start(List.of(), "--bind", "0.0.0.0", "--password", "a secret")) {
            var page = new Page(inbox.page());
            assertThat(page.get("/messages").statusCode()).isEqualTo(401);
            assertThat(page.send("/", request -> {}).headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith("Basic"));
            String basic = java.util.Base64.getEncoder().encodeToString("me:a secret".getBytes(StandardCharsets.UTF_8));
            assertThat(page.send("/_inbox/api/messages", request -> request.header("Authorization", "Basic " + basic))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theProgramIsSmall() throws Exception {
        assertThat(Files.size(Path.of(System.getProperty("inbox.jar")))).isLessThan(MAX_JAR);
    }
}
