package io.github.alimsg.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts the processes of a run: servers, and a worker for each contestant with the class path of its libraries. */
final class Processes {
    private final Path home;
    private final File errors;
    private final Path keyStore;

    /** For a run in the benchmarks' folder. */
    Processes(Path home) throws IOException, InterruptedException {
        this.home = home;
        this.errors = home.resolve("target/errors.txt").toFile();
        this.keyStore = home.resolve("target/localhost.p12");
        Files.createDirectories(home.resolve("target"));
        Files.deleteIfExists(errors.toPath());
        createKeyStore();
    }

    /** Creates a key and a certificate for {@code localhost}, which servers present and clients trust. */
    private void createKeyStore() throws IOException, InterruptedException {
        Files.deleteIfExists(keyStore);
        var keytool = new ProcessBuilder(
                        java("keytool"),
                        "-genkeypair",
                        "-keystore",
                        keyStore.toString(),
                        "-storepass",
                        Tls.PASSWORD,
                        "-alias",
                        "localhost",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2")
                .inheritIO()
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool created no key store");
        }
    }

    /** Where results are written. */
    Path target() {
        return home.resolve("target");
    }

    /** The error output of all processes. */
    File errors() {
        return errors;
    }

    static String java() {
        return java("java");
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    /** Starts a server, with the key store as its argument. */
    WorkerProcess server(Class<?> main) throws IOException {
        return new WorkerProcess(
                List.of(
                        java(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        keyStore.toString()),
                errors);
    }

    /** Starts the worker of a contestant. */
    WorkerProcess worker(String java, Contestant contestant, int port, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(java, "-Xmx1g"));
        command.addAll(List.of(options));
        if (contestant.isTls()) {
            command.addAll(trusting());
        }
        command.addAll(List.of(
                "-cp",
                classpath(contestant.module()),
                Worker.class.getName(),
                contestant.contender(),
                String.valueOf(port)));
        return new WorkerProcess(command, errors);
    }

    /** The options of a process that trusts the servers. */
    List<String> trusting() {
        return List.of("-Djavax.net.ssl.trustStore=" + keyStore, "-Djavax.net.ssl.trustStorePassword=" + Tls.PASSWORD);
    }

    String classpath(String module) throws IOException {
        Path built = home.resolve(module).resolve("target");
        try (Stream<Path> files = Files.list(built)) {
            String jar = files.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> new IOException("not built: " + module));
            return jar
                    + File.pathSeparator
                    + Files.readString(built.resolve("classpath.txt")).strip();
        }
    }
}
