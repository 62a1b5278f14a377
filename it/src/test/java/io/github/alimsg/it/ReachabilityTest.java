package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The metadata has not been verified with native-image; that it is complete can be seen without it. */
@DisplayName("The reachability metadata names what sdk-core looks up by name")
class ReachabilityTest {
    private static final Path MAIN = Reactor.ROOT.resolve("sdk-core/src/main");
    private static final Pattern TYPE =
            Pattern.compile("\"((?:okhttp3|okio|kotlin|com\\.fasterxml)\\.[\\w.]*\\.?[A-Z]\\w*)\"");

    @Test
    void everyTypeThatTheCheckOfLibrariesLooksUp() throws Exception {
        JsonNode metadata = new ObjectMapper()
                .readTree(MAIN.resolve(
                                "resources/META-INF/native-image/io.github.alimsg/sdk-core/reachability-metadata.json")
                        .toFile());
        Set<String> named = new TreeSet<>();
        for (JsonNode entry : metadata.path("reflection")) {
            named.add(entry.path("type").asText());
        }
        String check = Files.readString(MAIN.resolve("java/io/github/alimsg/core/internal/libraries/Libraries.java"));
        Set<String> lookedUp = new TreeSet<>(
                TYPE.matcher(check).results().map(type -> type.group(1)).toList());

        assertThat(lookedUp).contains("okhttp3.Call", "kotlin.Unit").isEqualTo(named);
    }
}
