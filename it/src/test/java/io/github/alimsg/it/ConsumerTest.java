package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application compiles and runs against the built artifacts, as a module and on the class path. */
class ConsumerTest {
    private static final String MAIN = """
            package app;

            import io.github.alimsg.cams.CamsClient;
            import io.github.alimsg.caps.SendCaps;
            import io.github.alimsg.micrometer.CallObservations;
            import io.github.alimsg.once.Once;
            import io.github.alimsg.redis.RedisScript;
            import io.github.alimsg.dysms.international.DysmsInternationalClient;
            import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
            import io.github.alimsg.queue.ReceiptQueue;
            import io.github.alimsg.sts.StsClient;
            import io.github.alimsg.testing.FakeCloud;

            public class Main {
                public static void main(String[] args) throws Exception {
                    try (FakeCloud cloud = FakeCloud.start()) {
                        cloud.withProduct(DysmsInternationalClient.PRODUCT);
                        var observations = CallObservations.of(io.micrometer.observation.ObservationRegistry.create());
                        DysmsInternationalClient sms = observations.addTo(cloud.configure(DysmsInternationalClient.builder()))
                                .guard(SendCaps.inMemory().total(10, java.time.Duration.ofHours(1)))
                                .build();
                        var sent = sms.sendMessageToGlobe(m -> m.to("6281234567890").message("hello"));
                        System.out.println("sent " + (sent.messageId() != null));
                        System.out.println("async " + sms.async(c -> c.queryMessage(q -> q.messageId("1"))).get().attempts());
                        System.out.println(CamsClient.PRODUCT + ", " + DysmsMainlandClient.PRODUCT + ", " + StsClient.PRODUCT);
                    }
                    // No client is closed: none may hold the JVM open.
                }
            }
            """;
    private static final String MODULE = """
            module app {
                requires io.github.alimsg.cams;
                requires io.github.alimsg.caps;
                requires io.github.alimsg.micrometer;
                requires io.github.alimsg.once;
                requires io.github.alimsg.redis;
                requires io.github.alimsg.dysms;
                requires io.github.alimsg.queue;
                requires io.github.alimsg.sts;
                requires io.github.alimsg.testing;
            }
            """;
    private static final List<String> NEEDED = List.of(
            "sdk-",
            "okhttp",
            "okio",
            "kotlin",
            "jackson-core",
            "jackson-databind",
            "jackson-annotations",
            "commons-codec",
            "micrometer-",
            "slf4j-api",
            "jspecify",
            "mockwebserver3",
            "junit-jupiter-api",
            "junit-platform-commons",
            "opentest4j",
            "apiguardian");

    @TempDir
    Path folder;

    private String artifacts = "";

    @BeforeEach
    void findArtifacts() {
        artifacts = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> NEEDED.stream().anyMatch(entry.replace("/target/classes", "")::contains))
                .filter(entry -> !entry.contains("mockwebserver3-junit")
                        && !entry.contains("test-classes")
                        && !entry.contains("slf4j-jdk14"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void anApplicationOnTheClassPath() throws Exception {
        compile(List.of("-cp", artifacts), source("app/Main.java", MAIN));

        assertThat(run(List.of("-cp", folder + File.pathSeparator + artifacts, "app.Main")))
                .contains("sent true", "async 1", "cams 2020-06-06");
    }

    @Test
    void anApplicationThatIsAModule() throws Exception {
        compile(List.of("-p", artifacts), source("app/Main.java", MAIN), source("module-info.java", MODULE));

        assertThat(run(List.of("-p", folder + File.pathSeparator + artifacts, "-m", "app/app.Main")))
                .contains("sent true", "async 1", "cams 2020-06-06");
    }

    private Path source(String name, String text) throws IOException {
        Path file = folder.resolve("src").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void compile(List<String> options, Path... sources) {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of(
                "--release",
                "17",
                "-Xlint:all,-requires-automatic,-requires-transitive-automatic,-path",
                "-Werror",
                "-d",
                folder.toString()));
        Stream.of(sources).map(Path::toString).forEach(arguments::add);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    private static String run(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
