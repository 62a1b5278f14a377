package io.github.alimsg.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every setter, call and getter of the vendor's client has a counterpart that compiles. */
@Tag("vendor")
class EveryOperationTest {

    @Test
    void ofTheSynchronousSdk() throws Exception {
        Map<String, String> before = Exhaustive.sources(Class.forName("com.aliyun.dysmsapi20170525.Client"));
        assertThat(before).hasSize(57);
        assertThat(compiled("before", before)).isEmpty();

        Map<String, String> after = Migration.of(new FromSyncSdk(), before);

        assertThat(String.join("\n", after.values())).doesNotContain("com.aliyun");
        String errors = compiled("after", after);
        assertThat(errors.lines().filter(line -> line.contains(": error:")).toList())
                .as(errors)
                .allMatch(error -> isNoted(error));
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

    private String compiled(String name, Map<String, String> sources) throws Exception {
        Path output = Files.createDirectories(Path.of("target", "every-operation", name));
        List<Path> files = new ArrayList<>();
        for (String source : sources.values()) {
            String type = source.substring(source.indexOf("class ") + 6, source.indexOf(" {"));
            files.add(Files.writeString(output.resolve(type + ".java"), source));
        }
        return Migration.compile(output, files);
    }
}
