package io.github.alimsg.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import redis.embedded.core.ExecutableProvider;

/** A Redis of the tests, on a port of its own: the machine's {@code redis-server}, else an embedded one. */
final class RedisProcess implements AutoCloseable {
    private final String binary;
    private final int port;
    private final List<Runnable> clients = new ArrayList<>();
    private Process process;

    private RedisProcess(String binary, int port) throws IOException {
        this.binary = binary;
        this.port = port;
        this.process = launch();
    }

    /** Starts Redis, or skips the test if none can be started here. */
    static RedisProcess start() {
        try {
            return new RedisProcess(binary(), freePort());
        } catch (IOException e) {
            Assumptions.abort("Redis can't be started here, so nothing that needs it is tested: " + e.getMessage());
            throw new AssertionError(e);
        }
    }

    private static String binary() throws IOException {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        for (String folder : path.split(File.pathSeparator)) {
            Path installed = Path.of(folder, "redis-server");
            if (Files.isExecutable(installed)) {
                return installed.toString();
            }
        }
        return ExecutableProvider.newJarResourceProvider().get().toString();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process launch() throws IOException {
        Process started = new ProcessBuilder(
                        binary,
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--appendonly",
                        "no")
                .redirectErrorStream(true)
                .start();
        var output = new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.contains("eady to accept connections")) {
                return started;
            }
        }
        throw new IOException("it ended with: " + String.join("; ", lines));
    }

    int port() {
        return port;
    }

    /** Connects with Lettuce; the connection ends with Redis. */
    StatefulRedisConnection<String, String> connect() {
        return connect(port);
    }

    /** Connects through another port. */
    StatefulRedisConnection<String, String> connect(int through) {
        RedisClient client = RedisClient.create(RedisURI.create("redis://127.0.0.1:" + through));
        client.setOptions(ClientOptions.builder()
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(Duration.ofSeconds(1))
                        .build())
                .build());
        clients.add(() -> client.shutdownAsync(0, 2, TimeUnit.SECONDS));
        return client.connect();
    }

    /** Stops reading and writing, without closing connections. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        Assumptions.assumeTrue(ProcessHandle.current().supportsNormalTermination(), "there are no signals here");
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Kills it, and starts it again without what it knew. */
    void restartEmpty() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = launch();
    }

    @Override
    public void close() {
        clients.forEach(Runnable::run);
        process.destroyForcibly().onExit().join();
    }
}
