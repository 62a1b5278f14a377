package io.github.alimsg.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.codegen.output.GeneratedApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the generator writes for the API of a post office is exactly what is committed, compiled and used by the other
 * tests. After a change that is meant: {@code ./mvnw -pl :sdk-codegen -am test -Dgolden.update=true}, then read the diff.
 */
class GoldenFilesTest {
    private static final Path GOLDEN = Path.of("src/test/golden");

    @Test
    void theGeneratorWritesTheGoldenFiles() throws IOException {
        Map<String, String> written = written(PostFiles.generate());
        if (Boolean.getBoolean("golden.update")) {
            update(written);
        }
        Map<String, String> golden = golden();
        assertThat(golden.keySet()).isEqualTo(written.keySet());
        written.forEach((path, text) -> assertThat(golden.get(path)).as(path).isEqualTo(text));
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        assertThat(written(PostFiles.generate())).isEqualTo(written(PostFiles.generate()));
    }

    private static Map<String, String> written(GeneratedApi api) {
        Map<String, String> files = new TreeMap<>();
        api.sources().forEach((path, source) -> files.put("java/" + path, source));
        api.resources()
                .forEach((path, bytes) -> files.put("resources/" + path, new String(bytes, StandardCharsets.UTF_8)));
        files.put(api.indexName(), api.index());
        return files;
    }

    private static Map<String, String> golden() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (Path file : files()) {
            files.put(GOLDEN.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
        return files;
    }

    private static Iterable<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void update(Map<String, String> written) throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
        for (Map.Entry<String, String> file : written.entrySet()) {
            OutputFiles.write(GOLDEN.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }
}
