package io.github.alimsg.spring.boot.test.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.alimsg.testing.FakeCloud;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** {@link SendingApplication} in a process of its own. */
final class ApplicationProcess implements AutoCloseable {
    private static final String SAID = "app: ";
    private static final String END = "end of output";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();

    ApplicationProcess(FakeCloud cloud, String... properties) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SendingApplication.class.getName(),
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--alimsg.endpoint=" + cloud.endpoint(),
                "--alimsg.credentials.access-key-id=" + cloud.credentials().accessKeyId(),
                "--alimsg.credentials.access-key-secret=" + cloud.credentials().accessKeySecret(),
                "--alimsg.receipts.path=/hooks/s3cret"));
        command.addAll(List.of(properties));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread reader = new Thread(this::read, "output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            output.lines().forEach(lines::add);
        } catch (UncheckedIOException | IOException e) { // the process was destroyed
            lines.add(String.valueOf(e));
        }
        lines.add(END);
    }

    /** Waits until the application says something, and returns the rest of the line. */
    String await(String what) throws InterruptedException {
        String start = SAID + what + " ";
        while (true) {
            String line = lines.poll(60, TimeUnit.SECONDS);
            if (line == null || line.equals(END)) {
                throw new AssertionError("the application did not say " + what + " but:\n" + String.join("\n", seen));
            }
            seen.add(line);
            if (line.startsWith(start)) {
                return line.substring(start.length());
            }
        }
    }

    /** Asks it to end, as a platform does: SIGTERM. The process itself would also close its output. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Waits for its end, and returns what the application said, without times and logs. */
    List<String> awaitEnd() throws InterruptedException {
        for (String line = ""; !line.equals(END); seen.add(line)) {
            line = lines.poll(60, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("the application did not end but said:\n" + String.join("\n", seen));
            }
        }
        return seen.stream()
                .filter(line -> line.startsWith(SAID))
                .map(line -> line.substring(SAID.length()))
                .toList();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** All that it printed, for a failure's description. */
    @Override
    public String toString() {
        return String.join("\n", seen);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
