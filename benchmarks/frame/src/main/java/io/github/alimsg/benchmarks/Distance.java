package io.github.alimsg.benchmarks;

import static io.github.alimsg.benchmarks.Ratios.number;

import io.github.alimsg.benchmarks.CannedTlsServer.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Measures clients whose service is far away, over TLS through a {@link DelayingProxy}: the latency of a steady load, a
 * burst after a rest, and what is noticed of a rolling restart.
 */
final class Distance {
    private static final Contestant OURS = new Contestant("ours", "ours", "ours.Ours$Tls");
    private static final Contestant BARE = new Contestant("bare OkHttp", "ours", "ours.BareOkHttp$TlsBounded");
    private static final Contestant SYNC =
            new Contestant("vendor, sync on tea-openapi 0.3.15", "vendor-sync-newest", "sync.VendorSync$Tls");
    private static final Contestant FIRST =
            new Contestant("vendor, first generation", "vendor-first", "first.VendorFirst$Tls");
    private static final List<Contestant> ALL = List.of(OURS, BARE, SYNC, FIRST);

    /** A client of its own, so that all rest at the same time. */
    private static final Contestant AHEAD = new Contestant("ours, `warmUp(200)` before", "ours", "ours.Ours$Tls");

    private static final int PER_SECOND = 250;
    private static final int STEADY_MILLIS = 4_000;
    private static final int ROUNDS = 3;
    private static final int BURST = 200;

    /** Longer than the 30 s for which idle connections are kept. */
    private static final int LONG_REST_SECONDS = 35;

    /** Longer than the 10 s after which OkHttp checks idle connections. */
    private static final int SHORT_REST_SECONDS = 12;

    private static final int NEAR = 20;
    private static final int MIDDLE = 50;
    private static final int FAR = 200;

    private final Processes processes;
    private final Ratios ratios = new Ratios();
    private final Map<Contestant, WorkerProcess> workers = new LinkedHashMap<>();
    private final Map<String, Samples> measured = new TreeMap<>();
    private final StringBuilder text = new StringBuilder();

    /** What one load came to, on the client's side and on the server's. */
    private record Result(double[] client, Counts.Difference server) {
        long failed() {
            return (long) client[1];
        }

        long slow() {
            return (long) client[2];
        }

        /** 3, 4, 5 and 6: p50, p99, p99.9 and the longest. */
        double millis(int column) {
            return client[column] / 1e6;
        }
    }

    Distance(Processes processes) {
        this.processes = processes;
    }

    void run() throws Exception {
        long began = System.nanoTime();
        try (WorkerProcess server = processes.server(DistantServer.class)) {
            int port = Integer.parseInt(server.line());
            for (Contestant contestant : resting()) {
                workers.put(contestant, processes.worker(Processes.java(), contestant, port));
            }
            warm();
            restarts(server);
            steady(server);
            bursts(server, LONG_REST_SECONDS, "after " + LONG_REST_SECONDS + " s");
            bursts(server, SHORT_REST_SECONDS, "after " + SHORT_REST_SECONDS + " s");
        } finally {
            for (WorkerProcess worker : workers.values()) {
                worker.close();
            }
        }
        text.append("\n## Against the goals\n\n").append(ratios.table());
        System.out.println();
        System.out.println(text);
        Files.writeString(processes.target().resolve("distance.md"), text);
        ratios.write(processes.target().resolve("distance.tsv"));
        long seconds = (System.nanoTime() - began) / 1_000_000_000;
        System.out.println("[took " + seconds + " s; written: target/distance.md, target/distance.tsv]");
    }

    private static void say(String what) {
        System.out.println("[" + what + "]");
    }

    private WorkerProcess worker(Contestant contestant) {
        WorkerProcess worker = workers.get(contestant);
        if (worker == null) {
            throw new IllegalStateException(contestant.title());
        }
        return worker;
    }

    private Samples samples(String what, Contestant whose) {
        return measured.computeIfAbsent(what + "/" + whose.title(), key -> new Samples());
    }

    private void warm() throws IOException {
        say("warming up");
        for (Contestant contestant : resting()) {
            long longest = System.nanoTime() + 8_000_000_000L;
            for (double left = 40_000; left > 0 && System.nanoTime() < longest; ) {
                left -= worker(contestant).ask("load small 16 300")[0];
            }
        }
    }

    private Result ask(WorkerProcess server, Contestant contestant, String what) throws IOException {
        double[] before = server.ask("counts");
        double[] client = worker(contestant).ask(what);
        return new Result(client, Counts.Difference.of(before, server.ask("counts")));
    }

    /** Those of a round: two in alternating order, then the vendor's, once. */
    private static List<Contestant> turn(int round) {
        return round == ROUNDS ? List.of(SYNC, FIRST) : round % 2 == 0 ? List.of(OURS, BARE) : List.of(BARE, OURS);
    }

    private void steady(WorkerProcess server) throws IOException {
        text.append("\n## Steady load: " + PER_SECOND + " calls per second\n\n| round trip | | p50 (ms) | p99 | p99.9 |"
                + " connections opened | handshakes | resumed | failed |\n|---|---|---|---|---|---|---|---|---|\n");
        for (int distance : new int[] {NEAR, MIDDLE, FAR}) {
            say("steady load at " + distance + " ms");
            server.ask("distance " + distance);
            String at = " at " + distance;
            for (int round = 0; round <= ROUNDS; round++) {
                for (Contestant contestant : turn(round)) {
                    if (round == 0 || round == ROUNDS) { // enough connections for the distance
                        worker(contestant).ask("steady " + PER_SECOND + " 1000 0");
                    }
                    Result r = ask(server, contestant, "steady " + PER_SECOND + " " + STEADY_MILLIS + " 0");
                    samples("p50" + at, contestant).add(r.millis(3));
                    samples("p99" + at, contestant).add(r.millis(4));
                    samples("p99.9" + at, contestant).add(r.millis(5));
                    samples("failed" + at, contestant).add(r.failed());
                    count("steady" + at, contestant, r);
                }
            }
            for (Contestant contestant : ALL) {
                row(
                        distance + " ms",
                        contestant.title(),
                        median("p50" + at, contestant),
                        median("p99" + at, contestant),
                        median("p99.9" + at, contestant),
                        perRound("connections steady" + at, contestant),
                        perRound("handshakes steady" + at, contestant),
                        perRound("resumed steady" + at, contestant),
                        perRound("failed" + at, contestant));
            }
            ratios.add(
                    "p99 (ms) of steady calls at " + distance + " ms, against bare OkHttp",
                    samples("p99" + at, OURS),
                    samples("p99" + at, BARE),
                    false,
                    1.02);
        }
    }

    private void count(String what, Contestant contestant, Result result) {
        samples("connections " + what, contestant).add(result.server.connections());
        samples("handshakes " + what, contestant).add(result.server.handshakes());
        samples("resumed " + what, contestant).add(result.server.resumed());
    }

    /** The mean, for counts that are small. */
    private String perRound(String what, Contestant contestant) {
        Samples samples = samples(what, contestant);
        return number(samples.sum() / samples.size());
    }

    private String median(String what, Contestant contestant) {
        return number(samples(what, contestant).median());
    }

    private void row(Object... cells) {
        text.append("|");
        for (Object cell : cells) {
            text.append(" ").append(cell).append(" |");
        }
        text.append("\n");
    }

    /** Everyone rests at the same time; then the bursts come one after the other. */
    private void bursts(WorkerProcess server, int restSeconds, String after) throws Exception {
        text.append("\n## A burst of " + BURST + " calls at " + MIDDLE + " ms, " + after
                + " of rest\n\n| | p50 (ms) | p99 | all replied after (ms) | CPU (ms) | connections opened | handshakes | resumed"
                + " | failed |\n|---|---|---|---|---|---|---|---|---|\n");
        server.ask("distance " + MIDDLE);
        boolean isLong = restSeconds == LONG_REST_SECONDS;
        List<Contestant> resting = isLong ? resting() : ALL;
        int rounds = isLong ? 2 : 8; // a burst on open connections is short, so noise is a larger part of it
        for (Contestant contestant : resting) { // so that each has used as many connections as it keeps
            worker(contestant).ask("burst " + BURST);
        }
        for (int round = 0; round < rounds; round++) {
            say("a rest of " + restSeconds + " s");
            TimeUnit.SECONDS.sleep(restSeconds);
            List<Contestant> turn = new ArrayList<>(resting);
            if (round % 2 == 1) {
                Collections.reverse(turn);
            }
            for (Contestant contestant : turn) {
                if (contestant.equals(AHEAD)) {
                    ahead(server);
                }
                burst(after, contestant, ask(server, contestant, "burst " + BURST));
            }
        }
        for (Contestant contestant : resting) {
            burstRow(contestant.title(), after, contestant);
        }
        if (resting.contains(AHEAD)) {
            compareWithHandshakes(after);
        }
        ratios.add(
                "ms of a burst of " + BURST + " " + after + ", against bare OkHttp",
                samples("last " + after, OURS),
                samples("last " + after, BARE),
                false,
                1.02);
    }

    private void burst(String after, Contestant contestant, Result r) {
        samples("p50 " + after, contestant).add(r.millis(3));
        samples("p99 " + after, contestant).add(r.millis(4));
        samples("last " + after, contestant).add(r.millis(6));
        samples("cpu " + after, contestant).add(r.client[7] / 1e6);
        samples("failed " + after, contestant).add(r.failed());
        count(after, contestant, r);
    }

    private void burstRow(String title, String after, Contestant contestant) {
        row(
                title,
                median("p50 " + after, contestant),
                median("p99 " + after, contestant),
                median("last " + after, contestant),
                median("cpu " + after, contestant),
                perRound("connections " + after, contestant),
                perRound("handshakes " + after, contestant),
                perRound("resumed " + after, contestant),
                perRound("failed " + after, contestant));
    }

    private static List<Contestant> resting() {
        List<Contestant> resting = new ArrayList<>(ALL);
        resting.add(AHEAD);
        return resting;
    }

    /** What the handshakes alone take. */
    private void ahead(WorkerProcess server) throws IOException {
        Result r = ask(server, AHEAD, "ahead " + BURST);
        samples("opened", AHEAD).add(r.client[0]);
        samples("ms with a round trip", AHEAD).add(r.client[1] / 1e6 + MIDDLE);
        samples("requests", AHEAD).add(r.server.requests());
        count("ahead", AHEAD, r);
    }

    private void compareWithHandshakes(String after) {
        Samples handshakes = samples("ms with a round trip", AHEAD);
        text.append("\n`warmUp(" + BURST + ")` opened " + perRound("opened", AHEAD) + " connections in "
                + number(handshakes.median() - MIDDLE) + " ms, with " + perRound("handshakes ahead", AHEAD)
                + " handshakes and " + perRound("requests", AHEAD) + " requests.\n");
        ratios.add(
                "ms of a burst of " + BURST + " " + after + ", against its handshakes alone and a round trip",
                samples("last " + after, OURS),
                handshakes,
                false,
                1);
        ratios.add(
                "handshakes of a burst of " + BURST + " " + after + ", against connections",
                samples("handshakes " + after, OURS),
                samples("connections " + after, OURS),
                false,
                1);
    }

    private void restarts(WorkerProcess server) throws Exception {
        text.append(
                "## A rolling restart at " + MIDDLE + " ms, under 100 calls per second\n\nTwo servers leave one after"
                        + " the other, for two seconds each.\n\n| they leave by | | calls | failed | slower than 2 round trips | longest (ms) |"
                        + " connections opened | arrived twice |\n|---|---|---|---|---|---|---|---|\n");
        server.ask("distance " + MIDDLE);
        for (Service how : List.of(Service.SAYS_CLOSE, Service.CLOSES)) {
            for (Contestant contestant : ALL) {
                say("rolling restart, " + how + ": " + contestant.title());
                worker(contestant).ask("steady 100 1000 0");
                double[] before = server.ask("counts");
                WorkerProcess client = worker(contestant);
                client.tell("steady 100 8000 " + 2 * MIDDLE * 1_000_000L);
                for (int i = 0; i < 2; i++) {
                    TimeUnit.SECONDS.sleep(1);
                    server.ask("leave " + i + " " + how);
                    TimeUnit.SECONDS.sleep(2);
                    server.ask("back " + i);
                }
                var r = new Result(client.numbers(), Counts.Difference.of(before, server.ask("counts")));
                row(
                        how == Service.SAYS_CLOSE ? "`Connection: close`" : "closing what is idle",
                        contestant.title(),
                        number(r.client[0]),
                        r.failed(),
                        r.slow(),
                        number(r.millis(6)),
                        r.server.connections(),
                        r.server.repeated());
            }
        }
    }
}
