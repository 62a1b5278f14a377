package io.github.alimsg.benchmarks;

import static io.github.alimsg.benchmarks.Ratios.number;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends to very many people through a service that is {@link MassSend#DISTANCE} away: by campaigns of this SDK, which keep
 * account of their parts in memory and in PostgreSQL, and by the vendor's client in a loop of threads. Each is a process
 * with 64 MiB of heap, and they take turns. {@code benchmarks/run campaign}.
 */
public final class Campaigns {
    private static final int RATE = Integer.getInteger("rate", 200);
    private static final int HEAP = 64;
    private static final String PACKAGE = "io.github.alimsg.benchmarks.";
    private static final Side MEMORY = new Side("ours, in memory", "once.OurCampaign");
    private static final Side POSTGRES = new Side("ours, PostgreSQL", "once.OurCampaign$InPostgres");
    private static final Side VENDOR = new Side("vendor, sync 4.1.2, in a loop", "sync.VendorLoop");

    private final Map<Side, WorkerProcess> workers = new LinkedHashMap<>();
    private final Map<Side, Figures> measured = new LinkedHashMap<>();
    private final WorkerProcess server;
    private final int recipients;

    private record Side(String title, String className) {}

    private record Figures(
            Samples rate, Samples cpu, Samples heap, Samples statements, Samples busiest, List<Long> accepted) {
        Figures() {
            this(new Samples(), new Samples(), new Samples(), new Samples(), new Samples(), new ArrayList<>());
        }
    }

    private Campaigns(WorkerProcess server, int recipients) {
        this.server = server;
        this.recipients = recipients;
    }

    /** Arguments: folder for results, class path of our campaigns, class path of the vendor's client, recipients. */
    public static void main(String[] args) throws Exception {
        Path target = Files.createDirectories(Path.of(args[0]));
        File errors = target.resolve("errors.txt").toFile();
        Files.deleteIfExists(errors.toPath());
        String java = Processes.java();
        String own = System.getProperty("java.class.path");
        try (var server = new WorkerProcess(
                        List.of(java, "-cp", own, DelayedServer.class.getName(), "" + MassSend.DISTANCE), errors);
                var postgres =
                        new WorkerProcess(List.of(java, "-cp", args[1], PACKAGE + "once.PostgresProcess"), errors)) {
            String port = server.line();
            String database = postgres.line();
            var campaigns = new Campaigns(server, Integer.parseInt(args[3]));
            try {
                for (Side side : List.of(MEMORY, POSTGRES, VENDOR)) {
                    campaigns.workers.put(
                            side,
                            new WorkerProcess(
                                    List.of(
                                            java,
                                            "-Xmx" + HEAP + "m",
                                            "-Ddatabase=" + database,
                                            "-cp",
                                            side.equals(VENDOR) ? args[2] : args[1],
                                            MassSendWorker.class.getName(),
                                            PACKAGE + side.className,
                                            port),
                                    errors));
                }
                campaigns.run();
            } finally {
                for (WorkerProcess worker : campaigns.workers.values()) {
                    worker.close();
                }
            }
            campaigns.report(target);
        }
    }

    private void run() throws IOException {
        for (Map.Entry<Side, WorkerProcess> each : workers.entrySet()) {
            System.out.println("[warming up: " + each.getKey().title + "]");
            each.getValue().ask(Math.min(100_000, recipients) + " " + 2 * RATE);
            measured.put(each.getKey(), new Figures());
        }
        int rounds = recipients >= 500_000 ? 1 : 3;
        for (int round = 0; round < rounds; round++) {
            List<Side> turn = new ArrayList<>(workers.keySet());
            if (round % 2 == 1) {
                Collections.reverse(turn);
            }
            for (Side side : turn) {
                System.out.println("[" + side.title + ", round " + (round + 1) + " of " + rounds + "]");
                server.ask("busiest");
                double[] r = of(workers, side).ask(recipients + " " + RATE);
                Figures figures = of(measured, side);
                figures.accepted.add((long) r[0]);
                figures.rate.add(r[0] / MassSend.PART / r[1] * 1e9);
                figures.cpu.add(r[2] / 1e3 / r[0]);
                figures.heap.add(r[4] / 1024 / 1024);
                figures.statements.add(r[3] * MassSend.PART / recipients);
                figures.busiest.add(server.ask("busiest")[0]);
            }
        }
    }

    private static <T> T of(Map<Side, T> map, Side side) {
        T value = map.get(side);
        if (value == null) {
            throw new IllegalStateException(side.title);
        }
        return value;
    }

    private void report(Path target) throws IOException {
        var text = new StringBuilder(String.format(
                "## %,d recipients, %d in a call, %d parts a second permitted, replies after %d ms, -Xmx%dm%n%n"
                        + "| | parts a second | busiest second | CPU per recipient (µs) | heap in use afterwards (MiB)"
                        + " | statements per part | accepted |%n|---|---|---|---|---|---|---|%n",
                recipients, MassSend.PART, RATE, MassSend.DISTANCE, HEAP));
        measured.forEach((side, figures) -> text.append("| ")
                .append(String.join(
                        " | ",
                        side.title,
                        number(figures.rate.median()),
                        number(figures.busiest.quantile(1)),
                        number(figures.cpu.median()),
                        number(figures.heap.quantile(1)),
                        number(figures.statements.median()),
                        figures.accepted.stream().distinct().toList().toString()))
                .append(" |\n"));
        var ratios = new Ratios();
        for (Side side : List.of(MEMORY, POSTGRES)) {
            Figures figures = of(measured, side);
            ratios.add("parts a second, " + side.title + ", against those permitted", figures.rate, RATE, true, 0.95);
            ratios.add(
                    "MiB of heap in use afterwards, " + side.title + ", against " + HEAP, figures.heap, HEAP, false, 1);
            ratios.add(
                    "CPU per recipient (µs), " + side.title + ", against " + VENDOR.title,
                    figures.cpu,
                    of(measured, VENDOR).cpu);
        }
        Figures vendor = of(measured, VENDOR);
        ratios.add(
                "parts a second, " + VENDOR.title + ", against those permitted", vendor.rate, RATE, true, Double.NaN);
        ratios.add("statements per part, " + POSTGRES.title, of(measured, POSTGRES).statements, 1, false, 2.1);
        ratios.report(target, "campaign", text.toString());
    }
}
