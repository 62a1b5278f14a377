package io.github.alimsg.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.testing.FakeCloud;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A small application in the vendor's style, migrated by one command, does what it did. */
@Tag("vendor")
class ShopTest {
    private static final String DETAILS = "{\"Code\":\"OK\",\"RequestId\":\"R\",\"TotalCount\":1,\"SmsSendDetailDTOs\":"
            + "{\"SmsSendDetailDTO\":[{\"OutId\":\"order-1\",\"SendStatus\":3,\"PhoneNum\":\"13800001111\"}]}}";
    private static final String REFUSED =
            "{\"Code\":\"isv.BLACK_KEY_CONTROL_LIMIT\",\"Message\":\"no\",\"RequestId\":\"R\"}";

    /** Not in this project's {@code target}, since OpenRewrite leaves alone what git ignores. */
    @ParameterizedTest
    @EnumSource(Shop.class)
    void doesTheSameAfterwards(Shop shop, @TempDir Path work) throws Exception {
        Map<String, String> before = shop.before();
        Shop.write(work.resolve("app"), before);
        String first = run(work, "before");

        migrate(work, shop);

        Map<String, String> after = new TreeMap<>();
        for (String name : before.keySet()) {
            after.put(name, Files.readString(work.resolve("app").resolve(name)));
        }
        if (Boolean.getBoolean("alimsg.update")) {
            shop.update(after);
        }
        assertThat(after).isEqualTo(shop.after());
        assertThat(String.join("", after.values())).doesNotContain("com.aliyun");
        assertThat(first).contains("shipped: ", "welcome: false", "refused: 1", "states: [order-1 3]", "refused: isv.");
        assertThat(withoutIds(run(work, "after"))).isEqualTo(withoutIds(first));
    }

    private static String withoutIds(String output) {
        return output.lines()
                .filter(line -> !line.startsWith("shipped: "))
                .reduce("", (all, line) -> all + line + "\n");
    }

    /** Compiles the application, and runs it against a fake of the service. */
    private static String run(Path work, String name) throws Exception {
        Path classes = Files.createDirectories(work.resolve(name));
        List<Path> sources;
        try (Stream<Path> all = Files.walk(work.resolve("app/src"))) {
            sources = all.filter(file -> file.toString().endsWith(".java")).toList();
        }
        assertThat(Migration.compile(classes, sources)).isEmpty();
        try (FakeCloud cloud = FakeCloud.start()) {
            cloud.when("SendSms")
                    .thenSucceed()
                    .thenReturn(REFUSED)
                    .thenReturn(REFUSED)
                    .thenSucceed();
            cloud.when("SendBatchSms").thenSucceed().thenReturn(REFUSED);
            cloud.when("QuerySendDetails").thenReturn(DETAILS);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            classes + java.io.File.pathSeparator + System.getProperty("java.class.path"),
                            "com.example.shop.Shop",
                            cloud.credentials().accessKeyId(),
                            cloud.credentials().accessKeySecret(),
                            cloud.endpoint().getAuthority())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            assertThat(cloud.received("SendSms")).hasSize(output.contains("reminded: true") ? 4 : 3);
            return output;
        }
    }

    /** The one command. */
    private static void migrate(Path work, Shop shop) throws Exception {
        Path repository = work.resolve("repository");
        String version = stage(repository);
        Process process = new ProcessBuilder(
                        Path.of("../../mvnw").toAbsolutePath().toString(),
                        "-B",
                        "-ntp",
                        "-f",
                        work.resolve("app/pom.xml").toString(),
                        "-Dmaven.repo.local=" + repository,
                        "-Dmaven.repo.local.tail=" + System.getProperty("maven.repository"),
                        "org.openrewrite.maven:rewrite-maven-plugin:6.46.1:run",
                        "-Drewrite.recipeArtifactCoordinates=io.github.alimsg:sdk-migration:" + version,
                        "-Drewrite.activeRecipes=" + shop.recipe().getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    /** Puts what was just built where Maven looks for it. */
    private static String stage(Path repository) throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String version = pom.substring(pom.indexOf("<version>") + 9, pom.indexOf("</version>"));
        add(repository, "sdk-parent", version, Path.of("../../pom.xml"));
        add(repository, "sdk-bom", version, Path.of("../../sdk-bom/pom.xml"));
        Path jar = Path.of(add(repository, "sdk-migration", version, Path.of("pom.xml")) + ".jar");
        int made = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", "target/classes", ".");
        assertThat(made).isZero();
        return version;
    }

    private static Path add(Path repository, String artifact, String version, Path pom) throws IOException {
        Path folder = Files.createDirectories(
                repository.resolve("io/github/alimsg").resolve(artifact).resolve(version));
        Path name = folder.resolve(artifact + "-" + version);
        Files.copy(pom, Path.of(name + ".pom"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return name;
    }
}
