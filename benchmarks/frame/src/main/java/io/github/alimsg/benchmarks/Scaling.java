package io.github.alimsg.benchmarks;

import static io.github.alimsg.benchmarks.Ratios.number;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the calls a second of one process, by threads: on one core and on two, with a service next to it, and with one at
 * a distance. {@code benchmarks/run scaling}.
 */
public final class Scaling {
    private static final int LARGEST = 256;
    private static final String PACKAGE = "io.github.alimsg.benchmarks.";
    private static final Side OURS = new Side("ours", "ours.Ours");
    private static final Side BARE = new Side("bare OkHttp", "ours.BareOkHttp");
    private static final Side VENDOR = new Side("vendor, sync 4.1.2", "sync.VendorSync");

    /** The server has a core of its own: what is measured is the client's. */
    private static final Place ONE_CORE =
            new Place("1 core", 0, List.of("taskset", "-c", "1"), List.of("taskset", "-c", "0"));

    private static final Place TWO_CORES = new Place("2 cores, shared with the service", 0, List.of(), List.of());
    private static final Place FAR = new Place(MassSend.DISTANCE + " ms away", MassSend.DISTANCE, List.of(), List.of());

    private static final int WARM_UP_CALLS = 100_000;

    private final Map<String, Samples> measured = new HashMap<>();
    private final String ours;
    private final String vendor;
    private final File errors;
    private final int rounds;

    private record Side(String title, String className) {}

    private record Place(String title, int delay, List<String> server, List<String> client) {}

    private Scaling(String ours, String vendor, File errors, int rounds) {
        this.ours = ours;
        this.vendor = vendor;
        this.errors = errors;
        this.rounds = rounds;
    }

    /** Arguments: folder for results, class path of ours and bare OkHttp, class path of the vendor's client, rounds. */
    public static void main(String[] args) throws Exception {
        Path target = Files.createDirectories(Path.of(args[0]));
        File errors = target.resolve("errors.txt").toFile();
        Files.deleteIfExists(errors.toPath());
        var scaling = new Scaling(args[1], args[2], errors, Integer.parseInt(args[3]));
        for (Place place : List.of(ONE_CORE, TWO_CORES, FAR)) {
            scaling.measure(place);
        }
        scaling.bounds();
        scaling.report(target);
    }

    private WorkerProcess server(Place place) throws IOException {
        List<String> command = new ArrayList<>(place.server);
        command.addAll(List.of(
                Processes.java(),
                "-cp",
                System.getProperty("java.class.path"),
                DelayedServer.class.getName(),
                "" + place.delay));
        return new WorkerProcess(command, errors);
    }

    private WorkerProcess client(Place place, Side side, String port) throws IOException {
        List<String> command = new ArrayList<>(place.client);
        command.addAll(List.of(
                Processes.java(),
                "-Xmx512m",
                "-cp",
                side.equals(VENDOR) ? vendor : ours,
                Worker.class.getName(),
                PACKAGE + side.className,
                port));
        return new WorkerProcess(command, errors);
    }

    private void measure(Place place) throws IOException {
        Map<Side, WorkerProcess> clients = new HashMap<>();
        try (var server = server(place);
                var awake = new CoresAwake(Processes.java(), errors)) {
            String port = server.line();
            for (Side side : List.of(OURS, BARE, VENDOR)) {
                WorkerProcess client = client(place, side, port);
                clients.put(side, client);
                say(place.title + ": warming up " + side.title);
                warmUp(client, place);
            }
            for (int threads = 1; threads <= LARGEST; threads *= 2) {
                say(place.title + ": threads: " + threads);
                for (int round = 0; round < rounds; round++) {
                    List<Side> turn = new ArrayList<>(List.of(OURS, BARE, VENDOR));
                    if (round % 2 == 1) {
                        Collections.reverse(turn);
                    }
                    for (Side side : turn) {
                        WorkerProcess client = clients.get(side);
                        if (client != null) {
                            keep(
                                    place,
                                    side,
                                    threads,
                                    client.ask("load small " + threads + (place.delay == 0 ? " 400" : " 1000")));
                        }
                    }
                }
            }
        } finally {
            for (WorkerProcess client : clients.values()) {
                client.close();
            }
        }
    }

    /** By calls, where a place has many of them: code that is not compiled yet takes many times as long. */
    private static void warmUp(WorkerProcess client, Place place) throws IOException {
        double calls = client.ask("load small 64 6000")[0];
        while (place.delay == 0 && calls < WARM_UP_CALLS) {
            calls += client.ask("load small 64 1000")[0];
        }
    }

    /** What bounds a process but its threads and cores: its connections, and the limit of the account. */
    private void bounds() throws IOException {
        try (var server = server(FAR)) {
            String port = server.line();
            for (Side side : List.of(
                    new Side("64 connections", "ours.Ours64Connections"),
                    new Side("250 a second", "ours.Ours$Paced"))) {
                say(FAR.title + ": " + side.title);
                try (WorkerProcess client = client(FAR, side, port)) {
                    client.ask("load small 256 2000");
                    for (int round = 0; round < rounds; round++) {
                        keep(FAR, side, LARGEST, client.ask("load small 256 2000"));
                    }
                }
            }
        }
    }

    private void keep(Place place, Side side, int threads, double[] r) {
        double calls = Math.max(1, r[0] - r[1]);
        if (r[1] > r[0] / 100) {
            say(side.title + ": " + (long) r[1] + " of " + (long) r[0] + " calls failed");
        }
        samples("calls", place, side, threads).add(calls / r[2] * 1e9);
        samples("cpu", place, side, threads).add(r[3] / calls / 1e3);
    }

    private Samples samples(String what, Place place, Side side, int threads) {
        return measured.computeIfAbsent(
                what + "/" + place.title + "/" + side.title + "/" + threads, key -> new Samples());
    }

    private void report(Path target) throws IOException {
        var text = new StringBuilder("## Calls per second of one process\n\n| threads | " + ONE_CORE.title
                + ": ours | bare OkHttp | vendor | " + TWO_CORES.title + ": ours | bare OkHttp | vendor | " + FAR.title
                + ": ours | vendor | threads ÷ " + FAR.title.replace(" away", "") + " |\n"
                + "|---|---|---|---|---|---|---|---|---|---|\n");
        var ratios = new Ratios();
        for (int threads = 1; threads <= LARGEST; threads *= 2) {
            double bound = threads * 1_000.0 / FAR.delay;
            String many = threads == 1 ? "1 thread" : threads + " threads";
            text.append("| ")
                    .append(String.join(
                            " | ",
                            Integer.toString(threads),
                            calls(ONE_CORE, OURS, threads),
                            calls(ONE_CORE, BARE, threads),
                            calls(ONE_CORE, VENDOR, threads),
                            calls(TWO_CORES, OURS, threads),
                            calls(TWO_CORES, BARE, threads),
                            calls(TWO_CORES, VENDOR, threads),
                            calls(FAR, OURS, threads),
                            calls(FAR, VENDOR, threads),
                            number(bound)))
                    .append(" |\n");
            ratios.add(
                    "calls/s, " + FAR.title + ", " + many + ", against threads ÷ " + FAR.delay + " ms",
                    samples("calls", FAR, OURS, threads),
                    bound,
                    true,
                    0.95);
        }
        ratios.add(
                "CPU per call (µs), " + ONE_CORE.title + ", 64 threads, against " + VENDOR.title,
                samples("cpu", ONE_CORE, OURS, 64),
                samples("cpu", ONE_CORE, VENDOR, 64));
        ratios.add(
                "calls/s, " + FAR.title + ", 256 threads on 64 connections, against 64 ÷ " + FAR.delay + " ms",
                samples("calls", FAR, new Side("64 connections", ""), LARGEST),
                64 * 1_000.0 / FAR.delay,
                true,
                0.95);
        ratios.add(
                "calls/s, " + FAR.title + ", 256 threads paced at 250, against 250",
                samples("calls", FAR, new Side("250 a second", ""), LARGEST),
                250,
                true,
                0.95);
        text.append("\nCPU per call with 64 threads on 1 core (µs): ")
                .append(String.join(
                        ", ",
                        "ours " + number(samples("cpu", ONE_CORE, OURS, 64).median()),
                        "bare OkHttp "
                                + number(samples("cpu", ONE_CORE, BARE, 64).median()),
                        "vendor " + number(samples("cpu", ONE_CORE, VENDOR, 64).median())))
                .append("\n");
        ratios.report(target, "scaling", text.toString());
        Files.writeString(target.resolve("scaling.svg"), chart());
    }

    private String chart() {
        var chart = new LineChart("SendSms: calls per second of one process", "threads", LARGEST, 1, 5);
        chart.bound("5,000: limit of SendSms", 5_000);
        chart.bound("250: limit of SendChatappMessage", 250);
        chart.line("vendor 4.1.2, 1 core", line(ONE_CORE, VENDOR), "#8b949e", -6);
        chart.line("ours, " + FAR.title, line(FAR, OURS), "#1a7f37", 6);
        chart.line("ours, 1 core", line(ONE_CORE, OURS), "#1f6feb", 6);
        chart.line("ours, 2 cores, shared", line(TWO_CORES, OURS), "#8250df", -6);
        return chart.svg();
    }

    private Map<Integer, Double> line(Place place, Side side) {
        Map<Integer, Double> line = new TreeMap<>();
        for (int threads = 1; threads <= LARGEST; threads *= 2) {
            line.put(threads, samples("calls", place, side, threads).median());
        }
        return line;
    }

    private String calls(Place place, Side side, int threads) {
        return number(samples("calls", place, side, threads).median());
    }

    private static void say(String what) {
        System.out.println("[" + what + "]");
    }
}
