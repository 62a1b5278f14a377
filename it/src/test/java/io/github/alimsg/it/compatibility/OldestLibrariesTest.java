package io.github.alimsg.it.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Our jars refer to nothing that the oldest versions of libraries which they are said to work with lack: the versions
 * of {@code oldest.*} in the parent's pom.xml, in {@code target/oldest-libraries}.
 */
@DisplayName("Our jars link to the oldest libraries that are supported")
class OldestLibrariesTest {
    private static final List<Path> OURS = Stream.of(
                    "sdk-core",
                    "sdk-receipts",
                    "sdk-caps",
                    "sdk-once",
                    "sdk-cams",
                    "sdk-dysms",
                    "sdk-sts",
                    "sdk-queue",
                    "sdk-testing")
            .map(module -> Path.of("..", module, "target", "classes"))
            .toList();

    private static ClassPath ours = new ClassPath(List.of());
    private static ClassPath oldest = ours;
    private static ClassPath newest = ours;
    private static ClassPath newestOkHttp = ours;

    @BeforeAll
    static void read() throws IOException {
        List<Path> newer = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .toList();
        List<Path> older;
        try (Stream<Path> jars = Files.list(Path.of("target", "oldest-libraries"))) {
            older = jars.toList();
        }
        Stream<Path> annotations = named(newer, "jspecify-"); // there is one version
        ours = new ClassPath(OURS);
        oldest = new ClassPath(Stream.of(OURS.stream(), older.stream(), annotations)
                .flatMap(jars -> jars)
                .toList());
        newest = new ClassPath(Stream.concat(OURS.stream(), newer.stream()).toList());
        newestOkHttp = new ClassPath(
                Stream.concat(named(newer, "ok"), named(older, "kotlin-stdlib")).toList());
    }

    private static Stream<Path> named(List<Path> jars, String prefix) {
        return jars.stream().filter(jar -> jar.getFileName().toString().startsWith(prefix));
    }

    @Test
    void everyClassFieldAndMethodThatOurJarsNameIsThere() {
        assertThat(ours.classes()).hasSizeGreaterThan(2000);

        assertThat(ours.classes()).flatMap(new LinkCheck(oldest)::unresolved).isEmpty();
    }

    @Test
    void everyMethodOfALibraryThatOurClassesOverrideIsThere() {
        Set<String> overrides = overrides(newest);

        assertThat(overrides).isNotEmpty().isEqualTo(overrides(oldest));
    }

    private static Set<String> overrides(ClassPath libraries) {
        LinkCheck check = new LinkCheck(libraries);
        return ours.classes().stream()
                .flatMap(type -> check.overrides(type).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void okHttpAndOkioLinkToTheOldestKotlin() {
        for (ClassPath libraries : List.of(oldest, newestOkHttp)) {
            LinkCheck check = new LinkCheck(libraries);
            List<ClassFile> types = libraries.classes().stream()
                    .filter(type ->
                            type.name().startsWith("okhttp3/") || type.name().startsWith("okio/"))
                    .toList();

            assertThat(types).hasSizeGreaterThan(200);
            assertThat(types).flatMap(type -> check.unresolved(type, "kotlin/")).isEmpty();
            assertThat(types).flatMap(type -> check.unresolved(type, "okio/")).isEmpty();
        }
    }

    @Test
    void aMethodOfANewerVersionIsFound() throws IOException {
        assertThat(new LinkCheck(oldest).unresolved(planted(Calls.class)))
                .contains(
                        name(Calls.class) + " -> com/fasterxml/jackson/core/JsonGenerator.copyCurrentStructureExact"
                                + "(Lcom/fasterxml/jackson/core/JsonParser;)V",
                        name(Calls.class) + " -> org/apache/commons/codec/digest/HmacUtils",
                        name(Calls.class)
                                + " -> org/apache/commons/codec/digest/HmacUtils.<init>(Ljava/lang/String;[B)V");
    }

    @Test
    void aMethodOfANewerVersionIsFoundWhereItIsInherited() throws IOException {
        assertThat(new LinkCheck(oldest).unresolved(planted(Inherits.class)))
                .contains(name(Inherits.class) + " -> " + name(Inherits.class)
                        + ".copyCurrentStructureExact(Lcom/fasterxml/jackson/core/JsonParser;)V");
    }

    @Test
    void anOverrideOfANewerMethodIsFound() throws IOException {
        String override =
                name(Overrides.class) + ".copyCurrentStructureExact(Lcom/fasterxml/jackson/core/JsonParser;)V";

        assertThat(new LinkCheck(newest).overrides(planted(Overrides.class))).contains(override);
        assertThat(new LinkCheck(oldest).overrides(planted(Overrides.class))).doesNotContain(override);
    }

    private static String name(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    private static ClassFile planted(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + name(type) + ".class")) {
            return ClassFile.read(Objects.requireNonNull(in).readAllBytes());
        }
    }

    /** Calls what is newer than the oldest versions. */
    private static final class Calls {
        void call(JsonGenerator generator, JsonParser parser) throws IOException {
            generator.copyCurrentStructureExact(parser);
            new HmacUtils("HmacSHA256", new byte[1]);
        }
    }

    /** Inherits it. */
    private static final class Inherits extends JsonGeneratorDelegate {
        Inherits(JsonGenerator generator, JsonParser parser) throws IOException {
            super(generator);
            copyCurrentStructureExact(parser);
        }
    }

    /** Overrides it. */
    private static final class Overrides extends JsonGeneratorDelegate {
        Overrides(JsonGenerator generator) {
            super(generator);
        }

        @Override
        public void copyCurrentStructureExact(JsonParser parser) {}
    }
}
