package io.github.alimsg.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of {@code src/node} with the vendor's clients: reads a line of JSON and replies with one. Needs Node 20 and npm. */
final class NodeProgram implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SOURCES = Path.of("src", "node");
    private static final Path INSTALLED = Path.of("target", "node");
    private static boolean installed;

    private final Process process;
    private final BufferedWriter calls;
    private final BufferedReader outcomes;

    private NodeProgram(Process process) {
        this.process = process;
        this.calls = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
        this.outcomes = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    static NodeProgram start(String file) throws IOException, InterruptedException {
        install();
        Files.copy(SOURCES.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        return new NodeProgram(inInstalled("node", file)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private static synchronized void install() throws IOException, InterruptedException {
        if (installed) {
            return;
        }
        Files.createDirectories(INSTALLED);
        for (String file : List.of("package.json", "package-lock.json")) {
            Files.copy(SOURCES.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Process npm = inInstalled("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(npm.waitFor(5, TimeUnit.MINUTES)).as("npm ci ended").isTrue();
        assertThat(npm.exitValue()).as("npm ci").isZero();
        installed = true;
    }

    private static ProcessBuilder inInstalled(String... command) {
        return new ProcessBuilder(command).directory(INSTALLED.toFile());
    }

    JsonNode call(JsonNode call) throws IOException {
        calls.write(call.toString());
        calls.newLine();
        calls.flush();
        String line = outcomes.readLine();
        assertThat(line).as("what the clients say").isNotNull();
        return JSON.readTree(line);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
