package io.github.alimsg.it.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A program of {@code src/consumer}, compiled and run with a class path as Maven made it for some build. */
final class Application {
    /** What it prints when its message was accepted and the whole reply was read. */
    static final String SENT = "sent 1008 from {\"names\":[\"Acme\",1.50]}";

    /** In seconds. */
    private static final int MAX_RUN_SECONDS = 60;

    private final String main;
    private final List<String> classPath;

    private Application(String main, List<String> classPath) {
        this.main = main;
        this.classPath = classPath;
    }

    /** With the class path in a file. */
    static Application with(Path file) throws IOException {
        return new Application("Main", List.of(Files.readString(file).strip().split(File.pathSeparator)));
    }

    /** Another of the programs in the folder. */
    Application program(String other) {
        return new Application(other, classPath);
    }

    /** With a jar before all others, as of a dependency that is declared first. */
    Application withFirst(Path jar) {
        List<String> changed = new ArrayList<>(classPath);
        changed.add(0, jar.toString());
        return new Application(main, changed);
    }

    /** With a jar in the place of that of another version, as of a version that is managed. */
    Application withInstead(Path jar) {
        String artifact = artifact(jar.toString());
        List<String> changed = new ArrayList<>(classPath);
        assertThat(Collections.replaceAll(changed, existing(artifact), jar.toString()))
                .isTrue();
        return new Application(main, changed);
    }

    /** Without a library, as of one that is excluded. */
    Application without(String artifact) {
        List<String> changed = new ArrayList<>(classPath);
        changed.remove(existing(artifact));
        return new Application(main, changed);
    }

    private String existing(String artifact) {
        return classPath.stream()
                .filter(entry -> artifact(entry).equals(artifact))
                .findFirst()
                .orElseThrow();
    }

    private static String artifact(String jar) {
        return Path.of(jar).getFileName().toString().replaceFirst("-[0-9].*", "");
    }

    /** Where the classes that could be loaded are. */
    List<Path> classPath() {
        return classPath.stream().map(Path::of).toList();
    }

    /** Compiles it; a warning is an error. */
    Application compile(Path folder) {
        var messages = new ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        messages,
                        messages,
                        "--release",
                        "17",
                        "-Xlint:all,-path,-classfile,-processing",
                        "-Werror",
                        "-proc:none",
                        "-cp",
                        String.join(File.pathSeparator, classPath),
                        "-d",
                        folder.toString(),
                        Path.of("src", "consumer", "java", "app", main + ".java")
                                .toString());
        assertThat(result).as(messages.toString(StandardCharsets.UTF_8)).isZero();
        return withFirst(folder);
    }

    /** Runs it. {@return what it printed, a stack trace included} */
    String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1", // its life is too short for more
                                "-cp",
                                String.join(File.pathSeparator, classPath),
                                "app." + main),
                        Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        CompletableFuture.delayedExecutor(MAX_RUN_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
