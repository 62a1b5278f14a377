package io.github.alimsg.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of the tests in a process of its own, since no process can change its environment. */
public final class JavaProcess {
    private final ProcessBuilder builder = new ProcessBuilder().redirectErrorStream(true);
    private final List<String> options = new ArrayList<>();

    /** The environment variables; at first those of this process. */
    public Map<String, String> environment() {
        return builder.environment();
    }

    /** Adds an option of the JVM. */
    public JavaProcess option(String option) {
        options.add(option);
        return this;
    }

    /** Runs a class with this process's class path, and returns what it prints. */
    public String run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process process = builder.command(command).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output.strip();
    }
}
