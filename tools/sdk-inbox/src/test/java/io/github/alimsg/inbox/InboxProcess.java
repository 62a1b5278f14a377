package io.github.alimsg.inbox;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The inbox as a process of its own. */
public final class InboxProcess implements AutoCloseable {
    private final Process process;
    private final URI page;
    private final URI api;
    private final Duration started;

    private InboxProcess(Process process, URI page, URI api, Duration started) {
        this.process = process;
        this.page = page;
        this.api = api;
        this.started = started;
    }

    /** The command that starts it, packed if the build has packed it. */
    public static List<String> command(List<String> jvm, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        String jar = System.getProperty("inbox.jar");
        if (jar == null) {
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.github.alimsg.inbox.Main"));
        } else {
            command.addAll(List.of("-jar", new File(jar).getAbsolutePath()));
        }
        command.addAll(List.of(options));
        return command;
    }

    /** Starts it on free ports, and waits until it is ready. */
    public static InboxProcess start(List<String> jvm, String... options) throws IOException {
        List<String> command = command(jvm, options);
        command.addAll(List.of("--api-port", "0", "--ui-port", "0"));
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String first = lines.readLine();
        String second = lines.readLine();
        if (first == null || second == null) {
            process.destroyForcibly();
            throw new AssertionError("it did not start: " + first);
        }
        String[] words = first.trim().split(" +");
        return new InboxProcess(
                process,
                URI.create(words[1]),
                URI.create(words[words.length - 1]),
                Duration.ofNanos(System.nanoTime() - begin));
    }

    public URI page() {
        return page;
    }

    public URI api() {
        return api;
    }

    public Duration started() {
        return started;
    }

    public long pid() {
        return process.pid();
    }

    /** Ends it as a service manager does. @return its exit code */
    public int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
