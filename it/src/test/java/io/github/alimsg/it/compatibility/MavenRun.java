package io.github.alimsg.it.compatibility;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * Maven, asked for the class paths of builds. Our artifacts are put into a local repository of its own, in front of the
 * one of this build, which is only read.
 */
final class MavenRun {
    private static final String CLASS_PATH = "class-path.txt";

    private final Path folder;
    private final Path repository;

    MavenRun(Path folder) {
        this.folder = folder;
        this.repository = folder.resolve("repository");
    }

    /** Adds one of our modules as it is now. */
    void stage(String module, String version) throws IOException {
        Path file = Path.of("..", module.equals("sdk-parent") ? "" : module, "pom.xml");
        Path staged = add("io.github.alimsg", module, version, Files.readString(file));
        Path classes = Path.of("..", module, "target", "classes");
        if (Files.isDirectory(classes)) {
            jar(staged, classes);
        }
    }

    /** Adds a library without code. */
    void stageLibrary(String artifact, String dependency) throws IOException {
        String[] parts = artifact.split(":");
        Path staged = add(parts[0], parts[1], parts[2], Build.library(artifact, dependency));
        jar(staged, Files.createDirectories(folder.resolve("nothing")));
    }

    private Path add(String group, String artifact, String version, String pom) throws IOException {
        Path to = Files.createDirectories(repository
                        .resolve(group.replace('.', '/'))
                        .resolve(artifact)
                        .resolve(version))
                .resolve(artifact + "-" + version);
        Files.writeString(Path.of(to + ".pom"), pom);
        return to;
    }

    private static void jar(Path to, Path classes) {
        int result = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", to + ".jar", "-C", classes.toString(), ".");
        if (result != 0) {
            throw new IllegalStateException("jar of " + classes);
        }
    }

    /** Lets Maven resolve builds. {@return what it printed} */
    String resolve(List<Build> builds) throws IOException, InterruptedException {
        for (Build build : builds) {
            Path project = Files.createDirectories(folder.resolve(build.name()));
            Files.deleteIfExists(project.resolve(CLASS_PATH));
            Files.writeString(project.resolve("pom.xml"), build.pom());
        }
        Files.writeString(folder.resolve("pom.xml"), Build.all(builds));
        List<String> command = new ArrayList<>(List.of(
                Path.of("..", "mvnw").toString(),
                "-B",
                "-ntp",
                "-q",
                "--fail-at-end",
                "-f",
                folder.resolve("pom.xml").toString(),
                "-Dmaven.repo.local=" + repository.toAbsolutePath(),
                "-Dmaven.repo.local.tail=" + System.getProperty("maven.repository"),
                "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath",
                "-Dmdep.outputFile=" + CLASS_PATH,
                "-DincludeScope=runtime"));
        if (System.getProperty("maven.settings", "").equals("offline=true")) {
            command.add("-o");
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** The file with the class path that Maven chose for a build. */
    Path classPath(Build build) {
        return folder.resolve(build.name()).resolve(CLASS_PATH);
    }
}
