package io.github.alimsg.benchmarks;

import static io.github.alimsg.benchmarks.Ratios.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Starts a process for each contender, runs them in turn, and creates the table. Every contender has the class path
 * that its libraries need; the server has its own process too.
 */
public final class Benchmarks {
    private static final Contestant OURS = new Contestant("ours", "ours", "ours.Ours");
    private static final Contestant BARE = new Contestant("bare OkHttp", "ours", "ours.BareOkHttp");
    private static final Contestant JDK = new Contestant("JDK HttpClient", "ours", "ours.JdkClient");
    private static final Contestant SYNC_NEWEST =
            new Contestant("vendor, sync on tea-openapi 0.3.15", "vendor-sync-newest", "sync.VendorSync");
    private static final Contestant SYNC = new Contestant("vendor, sync 4.1.2", "vendor-sync", "sync.VendorSync");
    private static final Contestant ASYNC = new Contestant("vendor, async 3.0.2", "vendor-async", "async.VendorAsync");
    private static final Contestant FIRST =
            new Contestant("vendor, first generation", "vendor-first", "first.VendorFirst");
    private static final Contestant UNHINDERED = new Contestant("ours, paced", "ours", "ours.Ours$Unhindered");
    private static final Contestant OURS_TLS = OURS.overTls();
    private static final Contestant BARE_TLS = BARE.overTls();
    private static final Contestant BARE_TLS_BOUNDED =
            new Contestant("bare OkHttp, TLS, 256 calls at a time", "ours", "ours.BareOkHttp$TlsBounded");
    private static final List<Contestant> ALL = List.of(OURS, BARE, JDK, SYNC_NEWEST, SYNC, ASYNC, FIRST);
    private static final List<Contestant> VENDOR = List.of(SYNC_NEWEST, SYNC, ASYNC, FIRST);

    private static final List<String> LOADS =
            List.of("small 1", "small 16", "small 64", "large 1", "large 16", "large 64");
    private static final List<String> SHAPES = List.of("small", "large");

    private final Processes processes;
    private final WorkerProcess server;
    private final boolean full;
    private final boolean thorough;
    private final int port;
    private final int tlsPort;
    private final Ratios ratios = new Ratios();
    private final Map<Contestant, WorkerProcess> workers = new LinkedHashMap<>();
    private final Map<String, Samples> measured = new TreeMap<>();
    private final Map<String, double[]> jmh = new LinkedHashMap<>();

    private Benchmarks(Processes processes, WorkerProcess server, String form) throws IOException {
        this.processes = processes;
        this.server = server;
        this.full = form.equals("full");
        this.thorough = full || form.equals("tls");
        this.port = Integer.parseInt(server.line());
        this.tlsPort = Integer.parseInt(server.line());
    }

    /** Arguments: the benchmarks' folder; quick, full, tls, distance or profile. */
    public static void main(String[] args) throws Exception {
        var processes = new Processes(Path.of(args[0]));
        if (args[1].equals("distance")) {
            new Distance(processes).run();
            return;
        }
        try (WorkerProcess server = processes.server(CannedServer.class)) {
            var benchmarks = new Benchmarks(processes, server, args[1]);
            switch (args[1]) {
                case "profile" -> benchmarks.profile();
                case "tls" -> benchmarks.tlsOnly();
                default -> benchmarks.run();
            }
        }
    }

    private void run() throws IOException {
        long began = System.nanoTime();
        if (!CoresAwake.POSSIBLE) {
            say("no chrt --idle here: rows with 1 thread include the time to wake a core");
        }
        steps();
        load(contestants());
        overTls();
        if (full) { // processes compile differently, so those that are compared within 5 % are started more than once
            load(List.of(OURS, BARE));
            load(List.of(OURS, BARE));
            overTls();
            overTls();
        }
        compareLoads();
        pacing();
        coldStart();
        virtualThreads();
        report((System.nanoTime() - began) / 1_000_000_000);
    }

    /** Measures the calls per second of some contenders, each in a new process. */
    private void overTls() throws IOException {
        load(List.of(OURS_TLS, BARE_TLS));
    }

    /** What all real calls are: over TLS, with plain HTTP beside it. */
    private void tlsOnly() throws IOException {
        long began = System.nanoTime();
        for (int start = 0; start < 3; start++) { // processes compile differently
            overTls();
            load(List.of(OURS, BARE));
        }
        compareLoads();
        virtualThreads();
        report((System.nanoTime() - began) / 1_000_000_000);
    }

    private void load(List<Contestant> contestants) throws IOException {
        try {
            for (Contestant contestant : contestants) {
                workers.put(contestant, worker(Processes.java(), contestant));
            }
            say("warming up");
            for (WorkerProcess worker : workers.values()) {
                warm(worker);
            }
            for (String shape : SHAPES) {
                try (var awake = new CoresAwake(Processes.java(), processes.errors())) {
                    throughput(contestants, shape, 1);
                }
                throughput(contestants, shape, 16);
                throughput(contestants, shape, 64);
            }
            if (contestants.contains(OURS)) {
                clients();
            }
        } finally {
            closeWorkers();
        }
    }

    private void closeWorkers() throws IOException {
        for (WorkerProcess worker : workers.values()) {
            worker.close();
        }
        workers.clear();
    }

    /** Records what our client does under load. */
    private void profile() throws IOException {
        String file = processes.target().resolve("calls.jfr").toString();
        try (WorkerProcess ours =
                worker(Processes.java(), OURS, "-XX:StartFlightRecording=settings=profile,filename=" + file)) {
            warm(ours);
            ours.ask("load small 16 20000");
            ours.ask("load large 16 20000");
        }
        say("written: " + file);
    }

    private WorkerProcess worker(String java, Contestant contestant, String... options) throws IOException {
        return processes.worker(java, contestant, contestant.isTls() ? tlsPort : port, options);
    }

    /** The contenders. The quick form leaves out those whose figures lie between others'. */
    private List<Contestant> contestants() {
        return full ? ALL : List.of(OURS, BARE, SYNC, ASYNC, FIRST);
    }

    private Samples samples(String what, Contestant whose) {
        return measured.computeIfAbsent(what + "/" + whose.title(), key -> new Samples());
    }

    /** By calls, not by time: slow contenders must be as warm as the rest, or the comparison would flatter us. */
    private void warm(WorkerProcess worker) throws IOException {
        long longest = System.nanoTime() + (thorough ? 60_000_000_000L : 8_000_000_000L);
        for (String shape : SHAPES) {
            double left = thorough ? 100_000 : 20_000;
            while (left > 0 && System.nanoTime() < longest) {
                left -= worker.ask("load " + shape + " 16 300")[0];
            }
        }
    }

    private void throughput(List<Contestant> contestants, String shape, int threads) throws IOException {
        String load = shape + " " + threads;
        say("load: " + load + (threads == 1 ? " thread" : " threads"));
        List<Contestant> two = contestants.subList(0, 2); // ours and its closest competitor
        List<Contestant> whole = full || threads == 16 ? contestants : two;
        int rounds = full ? 30 : 9;
        for (int round = 0; round < rounds; round++) {
            List<Contestant> turn = new ArrayList<>(!full && round > 2 ? two : whole);
            if (round % 2 == 1) {
                Collections.reverse(turn);
            }
            for (Contestant contestant : turn) {
                double[] before = server.ask("counts");
                double[] r = worker(contestant).ask("load " + load + " 250");
                var seen = Counts.Difference.of(before, server.ask("counts"));
                double calls = Math.max(1, r[0] - r[1]);
                if (r[1] > r[0] / 100) {
                    say(contestant.title() + ": " + (long) r[1] + " of " + (long) r[0] + " calls failed");
                }
                samples("calls " + load, contestant).add(calls / r[2] * 1e9);
                samples("cpu " + load, contestant).add(r[3] / calls / 1e3);
                samples("bytes " + load, contestant).add(r[4] / calls);
                samples("reads " + load, contestant).add(r[7] / calls);
                samples("handshakes " + load, contestant).add(seen.handshakes());
                samples("resumed " + load, contestant).add(seen.resumed());
                samples("p50 " + load, contestant).add(r[5] / 1e3);
                samples("p99 " + load, contestant).add(r[6] / 1e3);
            }
        }
    }

    private void compareLoads() {
        for (String shape : SHAPES) {
            for (int threads : new int[] {1, 16, 64}) {
                String load = shape + " " + threads;
                compare("calls/s, " + load, "calls " + load, BARE, true, 0.95);
                compare("CPU per call (µs), " + load, "cpu " + load, BARE, false, 1.05);
                if (threads == 16) {
                    compare("bytes per call, " + load, "bytes " + load, BARE, false, 1.15);
                    boolean small = shape.equals("small");
                    compareWithVendor(load, FIRST, small ? 1.65 : 3);
                    compareWithVendor(load, ASYNC, small ? 2 : 4);
                    compareWithVendor(load, SYNC, 4);
                    compareWithVendor(load, SYNC_NEWEST, small ? 2 : 4);
                }
            }
        }
        for (String load : LOADS) {
            compareOverTls("calls/s", "calls", load, true, 1);
            compareOverTls("CPU per call (µs)", "cpu", load, false, 1);
            compareOverTls("bytes per call", "bytes", load, false, 1.1);
        }
        ratios.add(
                "ms to create a client, against 5 ms", samples("create", OURS).median(), 5, false, 1);
        double kept = samples("kept", OURS).median() - samples("kept", BARE).median();
        ratios.add("KiB a used client keeps beyond bare OkHttp, against 64 KiB", kept, 64, false, 1);
    }

    /** Calls a second, next to those of bare OkHttp in the same run: no client on top of it can make many more. */
    private void compareWithVendor(String load, Contestant vendor, double goal) {
        String what = "calls " + load;
        Samples bare = Samples.ratios(samples(what, BARE), samples(what, vendor));
        String ceiling = " (bare OkHttp: " + number(bare.median()) + ")";
        ratios.add(
                "calls/s, " + load + ", against " + vendor.title() + ceiling,
                samples(what, OURS),
                samples(what, vendor),
                true,
                goal);
    }

    private void compareOverTls(String name, String unit, String load, boolean atLeast, double goal) {
        ratios.add(
                name + ", TLS, " + load + ", against bare OkHttp",
                samples(unit + " " + load, OURS_TLS),
                samples(unit + " " + load, BARE_TLS),
                atLeast,
                goal);
    }

    private void compare(String name, String what, Contestant other, boolean atLeast, double goal) {
        ratios.add(name + ", against " + other.title(), samples(what, OURS), samples(what, other), atLeast, goal);
    }

    private WorkerProcess worker(Contestant contestant) {
        WorkerProcess worker = workers.get(contestant);
        if (worker == null) {
            throw new IllegalStateException(contestant.title());
        }
        return worker;
    }

    private void clients() throws IOException {
        say("creating clients");
        for (Contestant contestant : List.of(OURS, BARE)) {
            double[] r = worker(contestant).ask("clients 100");
            samples("create", contestant).add(r[0] / 1e6);
            samples("kept", contestant).add(r[1] / 1024);
        }
    }

    /** The cost of a limiter that never delays a call, and the throughput at 250 calls a second. */
    private void pacing() throws IOException {
        say("pacing");
        var paced = new Contestant("ours, 250/s", "ours", "ours.Ours$Paced");
        try (WorkerProcess ours = worker(Processes.java(), OURS); // one process, since processes compile differently
                WorkerProcess slow = worker(Processes.java(), paced)) {
            List<String> variants = List.of(OURS.contender(), UNHINDERED.contender());
            var costs = List.of(new Samples(), new Samples());
            for (int round = -8; round < (full ? 60 : 20); round++) {
                for (int i = 0; i < 2; i++) {
                    int variant = round % 2 == 0 ? i : 1 - i;
                    ours.ask("use " + variants.get(variant));
                    double[] r = ours.ask("load small 16 " + (full ? 350 : 150));
                    if (round >= 0) {
                        costs.get(variant).add(r[3] / r[0] / 1e3);
                    }
                }
            }
            ratios.add("CPU per call (µs) with pacing, against without", costs.get(1), costs.get(0), false, 1.03);
            slow.ask("load small 16 1000");
            double[] r = slow.ask("load small 16 " + (full ? 20000 : 3000));
            ratios.add("calls/s paced at 250, against 250", r[0] / r[2] * 1e9, 250, true, 0.95);
        }
    }

    private void coldStart() throws IOException {
        say("cold starts");
        int rounds = full ? 41 : 11;
        for (int round = 0; round < rounds; round++) {
            List<Contestant> turn = new ArrayList<>(round < (full ? 11 : 1) ? contestants() : List.of(OURS, BARE));
            if (round % 2 == 1) {
                Collections.reverse(turn);
            }
            for (Contestant contestant : turn) {
                long began = System.nanoTime();
                try (var process = new WorkerProcess(
                        List.of(
                                Processes.java(),
                                "-Xmx1g",
                                "-cp",
                                processes.classpath(contestant.module()),
                                FirstCall.class.getName(),
                                contestant.contender(),
                                String.valueOf(port)),
                        processes.errors())) {
                    String line = process.line();
                    while (!line.equals("answered")) {
                        line = process.line();
                    }
                    samples("cold", contestant).add((System.nanoTime() - began) / 1e6);
                }
            }
        }
        compare("ms from cold JVM to first reply", "cold", BARE, false, 1.05);
    }

    /** The steps of a call, without the network. */
    private void steps() throws IOException {
        say("steps of a call, by JMH");
        for (int round = 0; round < (full ? 5 : 2); round++) {
            String which = full || round == 0 ? "(Signing|Reading).*(Ours|Hand)" : "Reading";
            for (String[] r : jmh("ours", which, "-")) {
                samples(r[0] + " ns", OURS).add(Double.parseDouble(r[1]));
                samples(r[0] + " bytes", OURS).add(Double.parseDouble(r[3]));
            }
        }
        for (Contestant contestant : full ? ALL : List.of(OURS, ASYNC, FIRST)) {
            if (!contestant.equals(JDK)) {
                String which = full ? "WithoutNetwork" : "WithoutNetwork.small";
                for (String[] r : jmh(contestant.module(), which, contestant.contender())) {
                    keep(r[0].replace("WithoutNetwork.", "Whole.") + "/" + contestant.title(), r);
                }
            }
        }
        step("write and sign, ACS3", "Signing.acs3", 1.3, 1.5);
        step("write and sign, RPC 1.0", "Signing.rpc", 1.3, 1.5);
        step("read, small", "Reading.small", 1.15, Double.NaN);
        step("read, large", "Reading.large", 1.15, Double.NaN);
        step("read, deep", "Reading.deep", 1.15, Double.NaN);
        double[] ours = step("Whole.small/" + OURS.title());
        Contestant fastest = null;
        for (Contestant vendor : VENDOR) {
            double[] result = jmh.get("Whole.small/" + vendor.title()); // the quick form leaves some out
            if (result != null && (fastest == null || result[0] < step("Whole.small/" + fastest.title())[0])) {
                fastest = vendor;
            }
        }
        if (fastest != null) {
            double[] other = step("Whole.small/" + fastest.title());
            ratios.add(
                    "calls/s without network, small, against " + fastest.title(),
                    1e9 / ours[0],
                    1e9 / other[0],
                    true,
                    8);
            ratios.add(
                    "bytes per call without network, small, against " + fastest.title(), ours[1], other[1], false, 0.1);
        }
    }

    private void keep(String name, String[] result) {
        jmh.put(name, new double[] {
            Double.parseDouble(result[1]), Double.parseDouble(result[3]), Double.parseDouble(result[2])
        });
    }

    private double[] step(String name) {
        double[] result = jmh.get(name);
        if (result == null) {
            throw new IllegalStateException("not measured: " + name);
        }
        return result;
    }

    private void step(String name, String benchmark, double timeGoal, double bytesGoal) {
        byHand("ns to " + name, benchmark, " ns", timeGoal);
        if (!Double.isNaN(bytesGoal)) {
            byHand("bytes to " + name, benchmark, " bytes", bytesGoal);
        }
        for (String who : List.of("Ours", "Hand")) {
            Samples ns = samples(benchmark + who + " ns", OURS);
            jmh.put(benchmark + who, new double[] {
                ns.median(), samples(benchmark + who + " bytes", OURS).median(), ns.quantile(0.75) - ns.quantile(0.25)
            });
        }
    }

    private void byHand(String name, String benchmark, String unit, double goal) {
        Samples ours = samples(benchmark + "Ours" + unit, OURS);
        Samples hand = samples(benchmark + "Hand" + unit, OURS);
        ratios.add(name + ", against hand-written", ours, hand, false, goal);
    }

    private List<String[]> jmh(String module, String include, String contender) throws IOException {
        try (var process = new WorkerProcess(
                List.of(
                        Processes.java(),
                        "-cp",
                        processes.classpath(module),
                        Jmh.class.getName(),
                        include,
                        contender,
                        full ? "full" : "quick"),
                processes.errors())) {
            List<String[]> results = process.results();
            if (results.isEmpty()) {
                throw new IOException("JMH measured nothing for " + include + "; see errors.txt");
            }
            return results;
        }
    }

    /** The home of a JDK with virtual threads: this one, or the one that BENCHMARKS_JDK names. */
    private static @Nullable String newerJava() {
        if (Runtime.version().feature() >= 25) {
            return Processes.java();
        }
        String home = System.getenv("BENCHMARKS_JDK");
        return home == null || home.isBlank()
                ? null
                : Path.of(home, "bin", "java").toString();
    }

    private void virtualThreads() throws IOException {
        String java = newerJava();
        if (java == null) {
            say("virtual threads: skipped; set BENCHMARKS_JDK to a JDK 25");
            return;
        }
        say("virtual threads");
        try (WorkerProcess ours = worker(java, OURS)) {
            int millis = full ? 8000 : 2000; // long enough that 10,000 new connections each time matter little
            ours.ask("load small 64 " + millis);
            ours.ask("virtual 10000 " + millis);
            var platform = new Samples();
            var virtual = new Samples();
            for (int round = 0; round < (full ? 7 : 2); round++) {
                double[] r = ours.ask("load small 64 " + millis);
                platform.add((r[0] - r[1]) / r[2] * 1e9);
                r = ours.ask("virtual 10000 " + millis);
                virtual.add((r[0] - r[1]) / r[2] * 1e9);
            }
            ratios.add("calls/s on 10,000 virtual threads, against 64 platform threads", virtual, platform, true, 1);
            double[] pinned = ours.ask("pinned 10000 " + millis);
            var count = new Samples();
            count.add(pinned[0]);
            ratios.add("virtual threads pinned for a millisecond or more", pinned[0], 0, count, false, 0);
        }
        virtualThreadsOverTls(java);
    }

    /** Bare OkHttp would open ten thousand connections; here it has a bound of its own, the same as ours. */
    private void virtualThreadsOverTls(String java) throws IOException {
        List<Contestant> two = List.of(OURS_TLS, BARE_TLS_BOUNDED);
        try {
            for (Contestant contestant : two) {
                workers.put(contestant, worker(java, contestant));
                warm(worker(contestant));
            }
            int millis = full ? 8000 : 1500;
            for (int round = full ? -2 : -1; round < (full ? 8 : 4); round++) {
                for (int i = 0; i < 2; i++) {
                    Contestant contestant = two.get(round % 2 == 0 ? i : 1 - i);
                    double[] r = worker(contestant).ask("virtual 10000 " + millis);
                    double calls = Math.max(1, r[0] - r[1]);
                    if (round >= 0) {
                        samples("calls virtual", contestant).add(calls / r[2] * 1e9);
                        samples("cpu virtual", contestant).add(r[3] / calls / 1e3);
                    }
                }
            }
        } finally {
            closeWorkers();
        }
        String where = ", TLS, small, 10,000 virtual threads, against bare OkHttp";
        Samples calls = samples("calls virtual", OURS_TLS);
        ratios.add("calls/s" + where, calls, samples("calls virtual", BARE_TLS_BOUNDED), true, 1);
        Samples cpu = samples("cpu virtual", OURS_TLS);
        ratios.add("CPU per call (µs)" + where, cpu, samples("cpu virtual", BARE_TLS_BOUNDED), false, 1);
    }

    private void report(long seconds) throws IOException {
        var text = new StringBuilder();
        text.append(
                "## Whole calls over loopback\n\n| | small, 1 thread: calls/s | small, 16 | small, 64 | p50 / p99 at 16 (µs)"
                        + " | CPU per call at 16 (µs) | bytes per call | large, 16: calls/s | CPU (µs) | bytes | first call, cold JVM"
                        + " (ms) |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        for (Contestant c : measuredPlain()) {
            text.append("| ")
                    .append(String.join(
                            " | ",
                            c.title(),
                            median("calls small 1", c),
                            median("calls small 16", c),
                            median("calls small 64", c),
                            median("p50 small 16", c) + " / " + median("p99 small 16", c),
                            median("cpu small 16", c),
                            median("bytes small 16", c),
                            median("calls large 16", c),
                            median("cpu large 16", c),
                            median("bytes large 16", c),
                            median("cold", c)))
                    .append(" |\n");
        }
        text.append(
                "\n## Over TLS 1.3, and plain\n\n| | | calls/s | CPU per call (µs) | bytes | reads per call | handshakes |"
                        + " resumed |\n|---|---|---|---|---|---|---|---|\n");
        for (String load : LOADS) {
            for (Contestant c : List.of(OURS_TLS, BARE_TLS, OURS, BARE)) {
                text.append("| ")
                        .append(String.join(
                                " | ",
                                load,
                                c.title(),
                                median("calls " + load, c),
                                median("cpu " + load, c),
                                median("bytes " + load, c),
                                median("reads " + load, c),
                                c.isTls()
                                        ? number(
                                                samples("handshakes " + load, c).sum())
                                        : "",
                                c.isTls() ? number(samples("resumed " + load, c).sum()) : ""))
                        .append(" |\n");
            }
        }
        text.append("\n## Without the network (JMH)\n\n| | ns | middle half | bytes |\n|---|---|---|---|\n");
        jmh.forEach((name, r) -> text.append("| ")
                .append(String.join(" | ", name, number(r[0]), number(r[2]), number(r[1])))
                .append(" |\n"));
        text.append("\n## Against the goals\n\n").append(ratios.table());
        System.out.println();
        System.out.println(text);
        Files.writeString(processes.target().resolve("results.md"), text);
        ratios.write(processes.target().resolve("ratios.tsv"));
        var chart = new Chart();
        chart.bars("SendSms, 16 threads: calls per second", bars("calls small 16"));
        chart.bars("QuerySendDetails with 50 entries, 16 threads: calls per second", bars("calls large 16"));
        Files.writeString(processes.target().resolve("chart.svg"), chart.svg());
        say("took " + seconds + " s; written: target/results.md, target/ratios.tsv, target/chart.svg");
    }

    private String median(String what, Contestant whose) {
        return number(samples(what, whose).median());
    }

    private List<Contestant> measuredPlain() {
        return contestants().stream()
                .filter(contestant -> samples("calls small 16", contestant).size() > 0)
                .toList();
    }

    private Map<String, Double> bars(String what) {
        Map<String, Double> bars = new LinkedHashMap<>();
        for (Contestant contestant : measuredPlain()) {
            bars.put(contestant.title(), samples(what, contestant).median());
        }
        return bars;
    }

    private static void say(String what) {
        System.out.println("[" + what + "]");
    }
}
