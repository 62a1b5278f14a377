package io.github.alimsg.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * How long an application takes from the start of its process to its first reply over TLS: with bare OkHttp, with this
 * SDK, with an archive of class data sharing, and, from JDK 25 on, with an AOT cache. The archives are prepared by the
 * commands of docs/performance.md, and used in such a way that the JVM refuses to start when it can't use them. All
 * kinds take turns. {@code benchmarks/run archive}.
 */
public final class ArchivedStarts {
    private static final String OURS = "io.github.alimsg.benchmarks.ours.Ours$Tls";
    private static final String BARE = "io.github.alimsg.benchmarks.ours.BareOkHttp$Tls";
    private static final int ROUNDS = Integer.getInteger("rounds", 21);

    private final Path target;
    private final String ours;
    private final File errors;
    private final String port;

    /**
     * A way to start.
     *
     * @param name what it is called in the table
     * @param contender what makes the call
     * @param java the JVM
     * @param options the JVM's options
     * @param millis how long the starts took
     */
    private record Kind(String name, String contender, String java, List<String> options, List<Double> millis) {
        Kind(String name, String contender, String java, String... options) {
            this(name, contender, java, List.of(options), new ArrayList<>());
        }

        double quantile(double share) {
            double[] sorted =
                    millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return sorted[(int) (share * (sorted.length - 1))];
        }
    }

    private ArchivedStarts(Path target, String ours, File errors, String port) {
        this.target = target;
        this.ours = ours;
        this.errors = errors;
        this.port = port;
    }

    /**
     * Measures and prints a table.
     *
     * @param args the benchmarks' folder, and our class path
     */
    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        var processes = new Processes(home);
        try (var server = processes.server(CannedServer.class)) {
            server.line(); // the port without TLS
            var starts = new ArchivedStarts(processes.target(), args[1], processes.errors(), server.line());
            starts.storeTrusted();
            starts.run();
        }
    }

    private static String java(String home) {
        return Path.of(home, "bin", "java").toString();
    }

    /** This JDK, and the newer one of the environment. */
    private static List<String> homes() {
        return Stream.of(System.getProperty("java.home"), System.getenv("BENCHMARKS_JDK"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private void run() throws IOException, InterruptedException {
        for (String home : homes()) {
            int version = version(home);
            String java = java(home);
            var kinds = new ArrayList<Kind>();
            kinds.add(new Kind(version + ", no archive", OURS, java));
            kinds.add(new Kind(version + ", bare OkHttp, no archive", BARE, java));
            String archive = target.resolve("jdk" + version + ".jsa").toString();
            prepare(java, "-XX:ArchiveClassesAtExit=" + archive);
            kinds.add(new Kind(
                    version + ", class data archive", OURS, java, "-XX:SharedArchiveFile=" + archive, "-Xshare:on"));
            if (version >= 25) {
                String cache = target.resolve("jdk" + version + ".aot").toString();
                prepare(java, "-XX:AOTCacheOutput=" + cache);
                kinds.add(new Kind(version + ", AOT cache", OURS, java, "-XX:AOTCache=" + cache, "-XX:AOTMode=on"));
            }
            measure(kinds);
        }
    }

    /**
     * Stores the server's certificate with those that the JDK trusts, since reading these is part of an application's
     * first call. They are not encrypted, as in the JDK's own store; the server's key would take 150 ms of decryption.
     */
    private void storeTrusted() throws IOException, GeneralSecurityException {
        char[] password = Tls.PASSWORD.toCharArray();
        KeyStore keys = KeyStore.getInstance(target.resolve("localhost.p12").toFile(), password);
        KeyStore trusted = KeyStore.getInstance("JKS");
        trusted.load(null, null);
        trusted.setCertificateEntry("localhost", keys.getCertificate("localhost"));
        var jdks = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        jdks.init((KeyStore) null);
        for (X509Certificate issuer : ((X509TrustManager) jdks.getTrustManagers()[0]).getAcceptedIssuers()) {
            trusted.setCertificateEntry("jdk-" + trusted.size(), issuer);
        }
        try (OutputStream out = Files.newOutputStream(target.resolve("trusted.jks"))) {
            trusted.store(out, password);
        }
    }

    private static int version(String home) throws IOException {
        for (String line : Files.readAllLines(Path.of(home, "release"))) {
            if (line.startsWith("JAVA_VERSION=")) {
                return Runtime.Version.parse(line.substring(line.indexOf('"') + 1, line.lastIndexOf('"')))
                        .feature();
            }
        }
        throw new IOException("no version in the release file of " + home);
    }

    private void measure(List<Kind> kinds) throws IOException {
        for (int round = -1; round < ROUNDS; round++) { // the first warms the file cache, and does not count
            for (Kind kind : kinds) {
                double took = start(kind);
                if (round >= 0) {
                    kind.millis.add(took);
                }
            }
        }
        for (Kind kind : kinds) {
            System.out.printf(
                    Locale.ROOT,
                    "%-32s%8.0f ms  (middle half %.0f to %.0f)  %.2f%n",
                    kind.name,
                    kind.quantile(0.5),
                    kind.quantile(0.25),
                    kind.quantile(0.75),
                    kind.quantile(0.5) / kinds.get(0).quantile(0.5));
        }
    }

    /** Makes one call, and waits until the JVM has written its archive, which may take many seconds. */
    private void prepare(String java, String option) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(OURS, java, List.of(option)))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(errors))
                .redirectError(ProcessBuilder.Redirect.appendTo(errors))
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("no archive; see errors.txt: " + option);
        }
    }

    /** Starts a process that makes one call and ends. Returns the milliseconds until it had its reply. */
    private double start(Kind kind) throws IOException {
        long began = System.nanoTime();
        try (var process = new WorkerProcess(command(kind.contender, kind.java, kind.options), errors)) {
            String line = process.line();
            while (!line.equals("answered")) {
                line = process.line();
            }
            return (System.nanoTime() - began) / 1e6;
        }
    }

    private List<String> command(String contender, String java, List<String> options) {
        List<String> command = new ArrayList<>(List.of(java, "-Xmx256m"));
        command.addAll(options);
        command.addAll(List.of(
                "-Djavax.net.ssl.trustStore=" + target.resolve("trusted.jks"),
                "-Djavax.net.ssl.trustStorePassword=" + Tls.PASSWORD,
                "-cp",
                ours,
                FirstCall.class.getName(),
                contender,
                port));
        return command;
    }
}
