package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each library brings into an application, by its bill of materials ({@code target/bom.json}, written by the
 * build unless Maven works offline, {@code -o}). A new component or licence is a decision: it changes this test.
 */
@DisplayName("Ten jars of others, all under permissive licences")
class ComponentsTest {
    /** The last two are those of Micrometer's histograms. */
    private static final Set<String> LICENCES = Set.of("Apache-2.0", "MIT", "CC0-1.0", "BSD-2-Clause");

    private static final Set<String> ENGINE = Set.of(
            "com.squareup.okhttp3:okhttp-jvm",
            "com.squareup.okio:okio-jvm",
            "org.jetbrains.kotlin:kotlin-stdlib",
            "org.jetbrains:annotations",
            "com.fasterxml.jackson.core:jackson-databind",
            "com.fasterxml.jackson.core:jackson-core",
            "com.fasterxml.jackson.core:jackson-annotations",
            "commons-codec:commons-codec",
            "org.slf4j:slf4j-api",
            "org.jspecify:jspecify");

    private static final Set<String> RECEIPTS =
            Set.of("sdk-once", "sdk-cams", "sdk-dysms", "sdk-queue", "sdk-micrometer");
    private static final Set<String> MICROMETER = Set.of(
            "io.micrometer:micrometer-core",
            "io.micrometer:micrometer-commons",
            "io.micrometer:micrometer-observation",
            "org.hdrhistogram:HdrHistogram",
            "org.latencyutils:LatencyUtils");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sdk-core",
                "sdk-receipts",
                "sdk-caps",
                "sdk-once",
                "sdk-cams",
                "sdk-dysms",
                "sdk-sts",
                "sdk-queue",
                "sdk-micrometer",
                "sdk-redis"
            })
    void aLibraryBringsNothingElse(String module) throws IOException {
        assumeFalse(
                "offline=true".equals(System.getProperty("maven.settings")),
                "an offline build writes no bill of materials");
        Set<String> expected = new TreeSet<>(ENGINE);
        if (!module.equals("sdk-core")) {
            expected.add("io.github.alimsg:sdk-core");
        }
        if (RECEIPTS.contains(module)) {
            expected.add("io.github.alimsg:sdk-receipts");
        }
        if (module.equals("sdk-micrometer")) {
            expected.addAll(MICROMETER);
        }

        assertThat(components(module)).isEqualTo(expected);
    }

    private static Set<String> components(String module) throws IOException {
        JsonNode bill = new ObjectMapper()
                .readTree(Reactor.modules()
                        .get(module)
                        .resolve(Path.of("target", "bom.json"))
                        .toFile());
        Set<String> names = new TreeSet<>();
        for (JsonNode component : bill.path("components")) {
            String name = component.path("group").asText() + ":"
                    + component.path("name").asText();
            assertThat(component.path("licenses")).as(name).isNotEmpty();
            for (JsonNode licence : component.path("licenses")) {
                assertThat(licence.at("/license/id").asText()).as(name).isIn(LICENCES);
            }
            assertThat(component.path("hashes")).as(name).isNotEmpty();
            names.add(name);
        }
        return names;
    }
}
