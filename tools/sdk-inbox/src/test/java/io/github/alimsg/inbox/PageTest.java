package io.github.alimsg.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
 * The page as people use it, in Chromium: {@code ./mvnw -P browser -pl :sdk-inbox -am test}. With {@code
 * -Dalimsg.update} the pictures go into docs/images. The steps and their promises are in page.mjs.
 */
@Tag("browser")
class PageTest {
    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final Path INSTALLED = Path.of("target", "browser");
    private static final Path PICTURES =
            Boolean.getBoolean("alimsg.update") ? Path.of("..", "..", "docs", "images") : INSTALLED.resolve("pictures");
    private static final List<String> FILES =
            List.of("package.json", "package-lock.json", "page.mjs", "clients.mjs", "pictures.mjs");

    @Test
    void functionsThatNeedNoBrowser() throws IOException, InterruptedException {
        Process node = new ProcessBuilder("node", "--test", ".")
                .directory(SOURCES.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(node.getInputStream().readAllBytes(), UTF_8);
        assertThat(node.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("# pass 0");
    }

    @Test
    void everythingThatThePageCanDo(@TempDir Path profile) throws Exception {
        Files.createDirectories(PICTURES);
        install();
        Program program = start("0", "0");
        List<String> said = new ArrayList<>();
        try {
            Process browser = inInstalled(
                            "node",
                            "page.mjs",
                            program.pageUrl(),
                            System.getProperty("browser", "/usr/bin/chromium"),
                            profile.toString(),
                            PICTURES.toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(browser.getInputStream(), UTF_8));
                    Writer answers = new OutputStreamWriter(browser.getOutputStream(), UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.add(line);
                    System.out.println(line);
                    if (line.startsWith("restart ")) {
                        String[] ports = line.substring("restart ".length()).split(" ");
                        program.close();
                        program = start(ports[0], ports[1]);
                        answers.write("started\n");
                        answers.flush();
                    }
                }
            }
            assertThat(browser.waitFor()).as(String.join("\n", said)).isZero();
        } finally {
            program.close();
        }
        assertThat(said).last().isEqualTo("done");
        for (String picture : List.of("inbox.png", "inbox-dark.png")) {
            assertThat(PICTURES.resolve(picture)).isNotEmptyFile();
            assertThat(Files.size(PICTURES.resolve(picture))).isLessThan(200_000);
        }
    }

    private static Program start(String pagePort, String apiPort) throws Exception {
        return Program.start(Options.of(List.of("--api-port", apiPort, "--ui-port", pagePort), name -> null)
                .settings());
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        for (String file : FILES) {
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
