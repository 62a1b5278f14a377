package io.github.alimsg.benchmarks.boot;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.github.alimsg.benchmarks.Replies;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How long Spring Boot takes to start with our starter and without, and from the start to the first message, beside the
 * vendor's client. From the start of the process to the line that says so; all kinds take turns, and a round that warms
 * the file cache does not count. {@code benchmarks/run boot}.
 */
public final class BootStarts {
    private static final int ROUNDS = Integer.getInteger("rounds", 21);
    private static final List<String> BROUGHT = List.of(
            "sdk-",
            "okhttp-",
            "okio-",
            "kotlin-",
            "annotations-",
            "commons-codec-",
            "micrometer-core-",
            "HdrHistogram-",
            "LatencyUtils-");

    private BootStarts() {}

    private record Kind(String name, String classPath, String main, List<String> arguments, List<long[]> starts) {}

    /**
     * Measures and prints a table.
     *
     * @param args our class path and the vendor's
     */
    public static void main(String[] args) throws Exception {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] reply = Replies.small();
        service.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json;charset=utf-8");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        service.start();
        String address = "127.0.0.1:" + service.getAddress().getPort();
        List<String> ours = List.of(
                "--alimsg.endpoint=http://" + address,
                "--alimsg.credentials.access-key-id=benchmark-key",
                "--alimsg.credentials.access-key-secret=benchmark-secret");
        List<String> vendors = List.of(
                "--endpoint=" + address, "--access-key-id=benchmark-key", "--access-key-secret=benchmark-secret");
        String name = BootStarts.class.getPackageName() + ".";
        List<Kind> kinds = List.of(
                new Kind(
                        "idle, without the starter",
                        withoutStarter(args[0]),
                        name + "Idle",
                        List.of(),
                        new ArrayList<>()),
                new Kind("idle, with the starter", args[0], name + "Idle", ours, new ArrayList<>()),
                new Kind("first message, ours", args[0], name + "FirstMessage", ours, new ArrayList<>()),
                new Kind(
                        "first message, the vendor's",
                        args[1],
                        name + "VendorFirstMessage",
                        vendors,
                        new ArrayList<>()));
        for (Kind kind : kinds) {
            start(kind);
        }
        List<Kind> turn = new ArrayList<>(kinds);
        for (int round = 0; round < ROUNDS; round++) {
            for (Kind kind : turn) {
                kind.starts.add(start(kind));
            }
            Collections.rotate(turn, 1); // a process finds in memory what the one before it has read
        }
        service.stop(0);
        System.out.printf("%-30s%10s%10s%10s%10s%n", "application", "median ms", "least", "most", "threads");
        for (Kind kind : kinds) {
            long[] millis =
                    kind.starts.stream().mapToLong(start -> start[0]).sorted().toArray();
            System.out.printf(
                    "%-30s%10d%10d%10d%10d%n",
                    kind.name,
                    millis[millis.length / 2],
                    millis[0],
                    millis[millis.length - 1],
                    kind.starts.get(0)[1]);
        }
    }

    /** A class path without what the starter brings, except for Jackson, which nearly all applications have. */
    private static String withoutStarter(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry ->
                        BROUGHT.stream().noneMatch(Path.of(entry).getFileName().toString()::startsWith))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static long[] start(Kind kind) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                kind.classPath,
                kind.main,
                "--logging.level.root=warn",
                "--spring.main.banner-mode=off"));
        command.addAll(kind.arguments);
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> others = new ArrayList<>();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line; (line = output.readLine()) != null; ) {
                if (line.startsWith("READY ")) {
                    long millis = (System.nanoTime() - began) / 1_000_000;
                    output.transferTo(Writer.nullWriter());
                    return new long[] {millis, Long.parseLong(line.substring(6))};
                }
                others.add(line);
            }
        } finally {
            process.waitFor();
        }
        throw new IllegalStateException(kind.name + " did not start: " + String.join("\n", others));
    }
}
