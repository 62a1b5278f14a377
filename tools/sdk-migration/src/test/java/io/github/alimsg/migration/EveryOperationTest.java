package io.github.alimsg.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openrewrite.Recipe;

/** Every setter, call and getter of the vendor's client has a counterpart that compiles. */
@Tag("vendor")
class EveryOperationTest {
    @ParameterizedTest
    @CsvSource({"SYNC, 57", "ASYNC, 46", "FIRST, 20"})
    void ofTheVendorsJar(Generation generation, int operations) throws Exception {
        Map<String, String> before = Exhaustive.sources(
                generation,
                "dysmsapi20170525",
                Page.operations("dysmsapi20170525"),
                EveryOperationTest.class.getClassLoader());
        assertThat(before).hasSize(operations);

        assertMigrates(generation, "dysmsapi20170525", before);
    }

    /** The vendor's jar has not all of these; stand-ins are written from its description. */
    @ParameterizedTest
    @CsvSource({
        "SYNC, dysmsapi20170525, 80",
        "ASYNC, dysmsapi20170525, 80",
        "FIRST, dysmsapi20170525, 80",
        "SYNC, dysmsapi20180501, 6",
        "ASYNC, dysmsapi20180501, 6",
        "FIRST, dysmsapi20180501, 6",
        "SYNC, cams20200606, 174",
        "ASYNC, cams20200606, 174",
        "FIRST, cams20200606, 174"
    })
    void ofAStandIn(Generation generation, String product, int operations) throws Exception {
        Path classes = VendorStubs.compiled(generation, product);
        try (var loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Map<String, String> before = Exhaustive.sources(generation, product, Page.operations(product), loader);
            assertThat(before).hasSize(operations);

            assertMigrates(generation, product, before, classes);
        }
    }

    private static void assertMigrates(Generation generation, String product, Map<String, String> before, Path... more)
            throws Exception {
        String folder = (more.length == 0 ? "jar/" : "stand-in/") + generation + "/" + product;
        assertThat(compiled(folder + "/before", before, more)).isEmpty();

        List<Path> libraries = more.length == 0 ? Migration.classPath() : List.of(more);
        Map<String, String> after = Migration.of(recipe(generation, product), before, libraries);

        assertThat(String.join("\n", after.values())).doesNotContain("com.aliyun");
        String errors = compiled(folder + "/after", after, more);
        assertThat(errors.lines().filter(line -> line.contains(": error:")).toList())
                .as(errors)
                .allMatch(EveryOperationTest::isNoted);
    }

    private static Recipe recipe(Generation generation, String product) {
        return new MigrationRecipe() {
            @Override
            Generation generation() {
                return generation;
            }

            @Override
            String product() {
                return product;
            }
        };
    }

    /** Whether a comment above the line of an error says what to decide. */
    private static boolean isNoted(String error) {
        String[] parts = error.split(":");
        try {
            return Files.readAllLines(Path.of(parts[0]))
                    .get(Integer.parseInt(parts[1]) - 2)
                    .contains("// TODO alimsg: ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
