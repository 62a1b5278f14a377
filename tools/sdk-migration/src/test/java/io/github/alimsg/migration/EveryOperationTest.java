package io.github.alimsg.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every setter, call and getter of the vendor's client has a counterpart that compiles. */
@Tag("vendor")
class EveryOperationTest {

    @Test
    void ofTheSynchronousSdk() throws Exception {
        Map<String, String> before = Exhaustive.sources(Class.forName("com.aliyun.dysmsapi20170525.Client"));
        assertThat(before).hasSize(57);

        assertMigrates("dysmsapi20170525", before);
    }

    /** The vendor's jars of these can't be had, so they are stand-ins written from the vendor's description. */
    @ParameterizedTest
    @CsvSource({"dysmsapi20180501, 6", "cams20200606, 174"})
    void ofAStandIn(String product, int operations) throws Exception {
        Path classes = VendorStubs.compiled(product);
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Map<String, String> before = Exhaustive.sources(loader.loadClass("com.aliyun." + product + ".Client"));
            assertThat(before).hasSize(operations);

            assertMigrates(product, before, classes);
        }
    }

    private static void assertMigrates(String product, Map<String, String> before, Path... more) throws Exception {
        assertThat(compiled(product + "/before", before, more)).isEmpty();

        Map<String, String> after = Migration.of(new FromSyncSdk(List.of(product)), before, more);

        assertThat(String.join("\n", after.values())).doesNotContain("com.aliyun");
        String errors = compiled(product + "/after", after, more);
        assertThat(errors.lines().filter(line -> line.contains(": error:")).toList())
                .as(errors)
                .allMatch(EveryOperationTest::isNoted);
    }

    /** Whether a comment above the line of an error says what to decide. */
    private static boolean isNoted(String error) {
        String[] parts = error.split(":");
        try {
            return Files.readAllLines(Path.of(parts[0]))
                    .get(Integer.parseInt(parts[1]) - 2)
                    .contains("// TODO alimsg: ");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String compiled(String name, Map<String, String> sources, Path... more) throws Exception {
        Path output = Files.createDirectories(Path.of("target", "every-operation", name));
        List<Path> files = new ArrayList<>();
        for (String source : sources.values()) {
            String type = source.substring(source.indexOf("class ") + 6, source.indexOf(" {"));
            files.add(Files.writeString(output.resolve(type + ".java"), source));
        }
        return Migration.compile(output, files, more);
    }
}
