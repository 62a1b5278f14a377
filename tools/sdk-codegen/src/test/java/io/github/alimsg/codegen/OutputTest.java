package io.github.alimsg.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on the disk change only where what is generated changed. */
class OutputTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1000);

    @TempDir
    Path folder;

    private OutputFiles api(String id) {
        return new OutputFiles(folder.resolve("out"), folder.resolve(id + ".list"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsTheSameIsNotWrittenAgain() throws IOException {
        api("a").replaceBy(Map.of("p/A.java", bytes("one"), "p/B.java", bytes("one")));
        Path same = folder.resolve("out/p/A.java");
        Path changed = folder.resolve("out/p/B.java");
        Files.setLastModifiedTime(same, LONG_AGO);
        Files.setLastModifiedTime(changed, LONG_AGO);

        api("a").replaceBy(Map.of("p/A.java", bytes("one"), "p/B.java", bytes("two")));

        assertThat(Files.getLastModifiedTime(same)).isEqualTo(LONG_AGO);
        assertThat(Files.getLastModifiedTime(changed)).isNotEqualTo(LONG_AGO);
        assertThat(changed).hasContent("two");
    }

    @Test
    void filesNoLongerGeneratedAreRemovedAndThoseOfOthersAreKept() throws IOException {
        api("a").replaceBy(Map.of("p/A.java", bytes("a"), "p/Old.java", bytes("old")));
        api("b").replaceBy(Map.of("p/B.java", bytes("b")));
        Files.delete(folder.resolve("out/p/A.java"));

        api("a").replaceBy(Map.of("p/A.java", bytes("a")));

        assertThat(folder.resolve("out/p/Old.java")).doesNotExist();
        assertThat(folder.resolve("out/p/A.java")).hasContent("a");
        assertThat(folder.resolve("out/p/B.java")).hasContent("b");
    }

    @Test
    void theCommittedIndexIsComparedAndUpdated() throws IOException {
        Path file = folder.resolve("docs/operations.md");
        CommittedIndex index = new CommittedIndex(file);

        assertThat(index.isCurrent("# one\n")).isFalse();
        assertThat(index.fix()).contains("operations.md", "-Dalimsg.update");
        index.update("# one\n");
        assertThat(index.isCurrent("# one\n")).isTrue();
        assertThat(index.isCurrent("# two\n")).isFalse();
        Files.writeString(file, "# one\r\n");
        assertThat(index.isCurrent("# one\n")).isTrue();
    }
}
