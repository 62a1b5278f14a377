package io.github.alimsg.it.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Applications of many builds, each resolved by Maven, compiled and run: the tables of docs/compatibility.md. Only in
 * {@code -P consumers}, since it downloads much; {@code -Dcompatibility.update=true} writes the tables anew.
 */
@Tag("consumers")
@DisplayName("Every build of docs/compatibility.md does what its table says")
class CompatibilityTest {
    private static final Path PAGE = Path.of("..", "docs", "compatibility.md");
    private static final String SDK = "io.github.alimsg:sdk-dysms";
    private static final String MINIO = "io.minio:minio:8.5.17";
    private static final List<String> MODULES =
            List.of("sdk-parent", "sdk-bom", "sdk-core", "sdk-receipts", "sdk-dysms");
    private static final List<String> SPRING_BOOT =
            List.of("2.7.18", "3.0.13", "3.1.12", "3.2.12", "3.3.13", "3.4.13", "3.5.7", "3.5.16", "4.0.9", "4.1.2");

    /** Other users of OkHttp, as the application declares them. */
    private static final Map<String, String> OTHERS = others();

    private static final MavenRun MAVEN = new MavenRun(Path.of("target", "consumers"));

    private static Map<String, Map<String, Build>> springBoot = Map.of();
    private static Map<String, Map<String, Build>> others = Map.of();
    private static String log = "";

    @TempDir
    Path folder;

    private static Map<String, String> others() {
        Map<String, String> others = new LinkedHashMap<>();
        others.put("the vendor's `dysmsapi20170525` 4.1.2", "com.aliyun:dysmsapi20170525:4.1.2");
        others.put("`io.minio:minio` 8.5.17", MINIO);
        others.put("`io.minio:minio` 8.6.0", "io.minio:minio:8.6.0");
        others.put("`io.minio:minio` 9.0.0", "io.minio:minio:9.0.0");
        others.put("a library that brings `okhttp` 3.14.9", "library:okhttp3:1");
        others.put("a library that brings `okhttp` 4.12.0", "library:okhttp4:1");
        others.put("`okhttp` 3.14.9, with this version in the dependency", "com.squareup.okhttp3:okhttp:3.14.9");
        others.put("`okhttp` 4.12.0, with this version in the dependency", "com.squareup.okhttp3:okhttp:4.12.0");
        return others;
    }

    @BeforeAll
    static void resolve() throws Exception {
        String version = Bom.versions().get("io.github.alimsg:sdk-core");
        String bom = "io.github.alimsg:sdk-bom:" + version;
        for (String module : MODULES) {
            MAVEN.stage(module, version);
        }
        MAVEN.stageLibrary("library:okhttp3:1", "com.squareup.okhttp3:okhttp:3.14.9");
        MAVEN.stageLibrary("library:okhttp4:1", "com.squareup.okhttp3:okhttp:4.12.0");
        springBoot = springBootBuilds(bom);
        others = otherBuilds(bom, SDK + ":" + version);
        List<Build> all = new ArrayList<>();
        springBoot.values().forEach(row -> all.addAll(row.values()));
        others.values().forEach(row -> all.addAll(row.values()));
        log = MAVEN.resolve(all);
    }

    private static Map<String, Map<String, Build>> springBootBuilds(String bom) {
        Map<String, Map<String, Build>> rows = new LinkedHashMap<>();
        for (String version : SPRING_BOOT) {
            if (version.startsWith("2.7") || version.startsWith("3.0")) {
                rows.put(version + " as it is", springBootRow(version, bom, false));
                rows.put(version + " with newer Kotlin and Jackson", springBootRow(version, bom, true));
            } else {
                rows.put(version, springBootRow(version, bom, false));
            }
        }
        return rows;
    }

    private static Map<String, Build> springBootRow(String version, String bom, boolean newer) {
        String platform = "org.springframework.boot:spring-boot-dependencies:" + version;
        String name = "spring-boot-" + version + (newer ? "-newer" : "");
        Build parent = Build.named(name + "-parent").inheriting(version);
        Build before = Build.named(name + "-before");
        Build after = Build.named(name + "-after");
        if (newer) {
            parent = parent.with("kotlin.version", "1.8.22").with("jackson-bom.version", "2.15.4");
            String[] platforms = {"org.jetbrains.kotlin:kotlin-bom:1.8.22", "com.fasterxml.jackson:jackson-bom:2.15.4"};
            before = before.importing(platforms);
            after = after.importing(platforms);
        }
        Map<String, Build> row = new LinkedHashMap<>();
        row.put("`spring-boot-starter-parent`", parent.importing(bom));
        row.put("`sdk-bom` before Boot's", before.importing(bom, platform));
        row.put("`sdk-bom` after Boot's", after.importing(platform, bom));
        Map<String, Build> columns = new LinkedHashMap<>();
        row.forEach((column, build) ->
                columns.put(column, build.dependingOn("org.springframework.boot:spring-boot-starter-json", SDK)));
        row.forEach((column, build) -> columns.put(
                column + ", MinIO",
                new Build(build.name() + "-minio", build.springBoot(), build.properties(), build.imports(), List.of())
                        .dependingOn(MINIO, "org.springframework.boot:spring-boot-starter-json", SDK)));
        return columns;
    }

    private static Map<String, Map<String, Build>> otherBuilds(String bom, String sdk) {
        Map<String, Map<String, Build>> rows = new LinkedHashMap<>();
        OTHERS.forEach((name, other) -> {
            Map<String, Build> row = new LinkedHashMap<>();
            row.put(
                    "`sdk-bom`, declared before ours",
                    Build.named(other + "-bom-before").importing(bom).dependingOn(other, SDK));
            row.put(
                    "`sdk-bom`, after ours",
                    Build.named(other + "-bom-after").importing(bom).dependingOn(SDK, other));
            row.put("no BOM, before ours", Build.named(other + "-before").dependingOn(other, sdk));
            row.put("no BOM, after ours", Build.named(other + "-after").dependingOn(sdk, other));
            rows.put(name, row);
        });
        return rows;
    }

    @Test
    void withSpringBoot() throws Exception {
        assertIsWritten("spring-boot", table("Spring Boot", springBoot));
    }

    @Test
    void withOtherUsersOfOkHttp() throws Exception {
        assertIsWritten("others", table("the application also has", others));
    }

    private String table(String head, Map<String, Map<String, Build>> rows) throws Exception {
        var columns = rows.values().iterator().next().keySet();
        var table = new StringBuilder("| ")
                .append(head)
                .append(" | ")
                .append(String.join(" | ", columns))
                .append(" |\n")
                .append("|---".repeat(columns.size() + 1))
                .append("|\n");
        for (Map.Entry<String, Map<String, Build>> row : rows.entrySet()) {
            table.append("| ").append(row.getKey());
            for (Build build : row.getValue().values()) {
                table.append(" | ").append(verdict(build));
            }
            table.append(" |\n");
        }
        return table.toString();
    }

    /** Works, or is refused in plain words. Anything else is a failure of ours. */
    private String verdict(Build build) throws Exception {
        assertThat(MAVEN.classPath(build)).as(log).exists();
        Application application =
                Application.with(MAVEN.classPath(build)).compile(Files.createDirectories(folder.resolve(build.name())));
        String output = application.run();
        if (output.contains(" or later is needed, but ")) {
            assertThat(output).contains("java.lang.IllegalStateException").doesNotContain("LinkageError", "sent");
            return "refused";
        }
        assertThat(output).as(build.name()).contains(Application.SENT);
        assertThat(unlinked(application)).as(build.name()).isEmpty();
        return "works";
    }

    /** What our classes name in vain, and OkHttp's and okio's that they lead to, whether or not the one message needed it. */
    private static List<String> unlinked(Application application) {
        var libraries = new ClassPath(application.classPath().stream()
                .filter(entry -> entry.toString()
                        .matches(
                                ".*(sdk-|okhttp|okio|kotlin-stdlib|jackson-|commons-codec|slf4j-api|jspecify)[^/]*jar"))
                .toList());
        var check = new LinkCheck(libraries);
        Set<String> seen = new LinkedHashSet<>();
        List<String> unlinked = new ArrayList<>();
        Deque<ClassFile> open = libraries.classes().stream()
                .filter(type -> type.name().startsWith("io/github/alimsg/"))
                .collect(Collectors.toCollection(ArrayDeque::new));
        while (!open.isEmpty()) {
            ClassFile type = open.remove();
            boolean ours = type.name().startsWith("io/github/alimsg/");
            unlinked.addAll(ours ? check.unresolved(type) : check.unresolved(type, "kotlin/"));
            unlinked.addAll(check.unresolved(type, "okio/"));
            type.references().stream()
                    .map(ClassFile.Reference::owner)
                    .filter(name -> name.startsWith("okhttp3/") || name.startsWith("okio/"))
                    .filter(seen::add)
                    .map(libraries::find)
                    .filter(Objects::nonNull)
                    .forEach(open::add);
        }
        return unlinked;
    }

    private static void assertIsWritten(String name, String table) throws IOException {
        String start = "<!-- measured: " + name + " -->\n";
        String page = Files.readString(PAGE);
        int from = page.indexOf(start) + start.length();
        int to = page.indexOf("<!-- end -->", from);
        if (Boolean.getBoolean("compatibility.update")) {
            Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
        } else {
            assertThat(page.substring(from, to))
                    .as("docs/compatibility.md; if the change is meant: -Dcompatibility.update=true")
                    .isEqualTo(table);
        }
    }
}
