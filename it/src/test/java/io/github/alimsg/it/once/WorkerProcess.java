package io.github.alimsg.it.once;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.testing.FakeCloud;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link Worker} in a process of its own, and the signals to it. */
final class WorkerProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final String END = "END";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private WorkerProcess(Process process) {
        this.process = process;
        var reader = new Thread(this::read, "output of a worker");
        reader.setDaemon(true);
        reader.start();
    }

    /** What a worker is to do. */
    static final class Settings {
        private final Map<String, String> values = new TreeMap<>(
                Map.of("gap", Gap.NONE.name(), "nth", "1", "threads", "4", "hours", "0", "name", "worker"));

        Settings(FakeCloud cloud, String database) {
            with("endpoint", cloud.endpoint());
            with("id", cloud.credentials().accessKeyId());
            with("secret", cloud.credentials().accessKeySecret());
            with("database", database);
        }

        Settings with(String name, Object value) {
            values.put(name, value.toString());
            return this;
        }

        WorkerProcess start() throws IOException {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
            values.forEach((name, value) -> command.add("-D" + name + "=" + value));
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName()));
            return new WorkerProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        }
    }

    private void read() {
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line; (line = output.readLine()) != null; ) {
                lines.add(line);
            }
        } catch (IOException e) {
            // It was killed.
        }
        lines.add(END);
    }

    /** The next line of output that begins like this. */
    String await(String beginning) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        List<String> others = new ArrayList<>();
        while (true) {
            String line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null || line.equals(END)) {
                throw new AssertionError("no " + beginning + " but " + line + " after " + others);
            }
            if (line.startsWith(beginning)) {
                return line;
            }
            others.add(line);
        }
    }

    /** The same, if it comes in time. */
    boolean hasSaid(String beginning, long millis) throws InterruptedException {
        String line = lines.poll(millis, TimeUnit.MILLISECONDS);
        return line != null && line.startsWith(beginning);
    }

    void goOn() throws IOException {
        OutputStream input = process.getOutputStream();
        input.write('\n');
        input.flush();
    }

    /** Sends SIGKILL, and waits until it is dead. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    void stop() throws IOException, InterruptedException {
        signal("STOP");
    }

    void cont() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process signal = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start();
        assertThat(signal.waitFor()).isZero();
    }

    @Override
    public void close() {
        kill();
    }
}
