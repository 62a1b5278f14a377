package io.github.alimsg.examples.orders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.receipts.FailureReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person's way through the page, in Chromium: {@code ./mvnw -P browser -pl :examples-order-service -am verify}. With
 * {@code -Dalimsg.update} the pictures go into docs/images.
 */
@Tag("browser")
class PageTest extends ApplicationTest {
    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final Path INSTALLED = Path.of("target", "browser");
    private static final Path PICTURES =
            Boolean.getBoolean("alimsg.update") ? Path.of("..", "..", "docs", "images") : INSTALLED.resolve("pictures");

    @Test
    void ordersAndTheirMessagesAreShownLive(@TempDir Path profile) throws IOException, InterruptedException {
        cloud.receipts().fail("6281234567832", FailureReason.NOT_ON_CHANNEL);
        cloud.when(CHAT)
                .thenSucceed()
                .thenSucceed()
                .thenFail(400, "InvalidParameter", "refused")
                .thenCutAfterRequest();
        Files.createDirectories(PICTURES);
        install();

        Process browser = inInstalled(
                        "node",
                        "page.js",
                        "http://127.0.0.1:" + port + "/",
                        System.getProperty("browser", "/usr/bin/chromium"),
                        profile.toString(),
                        PICTURES.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(browser.getInputStream(), UTF_8));
                Writer answers = new OutputStreamWriter(browser.getOutputStream(), UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.equals("deliver")) {
                    deliverReceipts();
                    answers.write("delivered\n");
                    answers.flush();
                }
            }
        }
        assertThat(browser.waitFor()).as(String.join("\n", said)).isZero();
        assertThat(said).last().isEqualTo("done");
        for (String picture : List.of("order-service.png", "order-service-metrics.png")) {
            assertThat(PICTURES.resolve(picture)).isNotEmptyFile();
            assertThat(Files.size(PICTURES.resolve(picture))).isLessThan(200_000);
        }
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        for (String file : List.of("package.json", "package-lock.json", "page.js")) {
            Files.copy(SOURCES.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Process npm = inInstalled("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .redirectErrorStream(true)
                .redirectOutput(INSTALLED.resolve("npm.log").toFile())
                .start();
        assertThat(npm.waitFor(5, TimeUnit.MINUTES)).as("npm ci ended").isTrue();
        assertThat(npm.exitValue())
                .as("npm ci: %s", Files.readString(INSTALLED.resolve("npm.log")))
                .isZero();
    }

    private static ProcessBuilder inInstalled(String... command) {
        return new ProcessBuilder(command).directory(INSTALLED.toFile());
    }
}
