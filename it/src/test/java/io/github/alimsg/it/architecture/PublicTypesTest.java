package io.github.alimsg.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What sdk-core exports is a promise for years, so each type has a reason in {@code public-types.txt}. Nested types
 * belong to the one around them.
 */
@DisplayName("Every public type of sdk-core has a reason to be public")
class PublicTypesTest {
    private static final int MAX_TYPES = 77;
    private static final Path LISTING = Path.of("..", "api", "sdk-core.api");
    private static final Pattern TYPE = Pattern.compile("(?m)^public [\\w ]*?io\\.github\\.alimsg\\.([\\w.]+)(?= |$)");

    @Test
    void eachHasAReason() throws IOException {
        Map<String, String> reasons = reasons();
        assertThat(exported()).isEqualTo(reasons.keySet());
        assertThat(reasons).hasSizeLessThanOrEqualTo(MAX_TYPES);
        assertThat(reasons.values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
    }

    private static Set<String> exported() throws IOException {
        return TYPE.matcher(Files.readString(LISTING))
                .results()
                .map(type -> type.group(1))
                .collect(Collectors.toSet());
    }

    /** Names and reasons, with any number of blanks between. */
    private static Map<String, String> reasons() throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src", "test", "resources", "public-types.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("\\s+", 2);
                reasons.put(parts[0], parts.length < 2 ? "" : parts[1]);
            }
        }
        return reasons;
    }
}
