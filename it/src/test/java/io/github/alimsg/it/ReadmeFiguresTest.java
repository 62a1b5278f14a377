package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Measurements are made anew, and the README is forgotten; then it says less or more than is true. */
@DisplayName("The figures of the README's comparison are those of the pages that say how they were measured")
class ReadmeFiguresTest {
    /** Jars, which anybody can count: {@code mvn dependency:list}. */
    private static final Set<String> COUNTED = Set.of("13", "19");

    @Test
    void theComparisonSaysWhatWasMeasured() throws IOException {
        String readme = Files.readString(Reactor.ROOT.resolve("README.md"));
        int from = readme.indexOf("\n## Compared with the vendor's SDK\n");
        Set<String> compared = TranslationsTest.figuresOf(readme.substring(from, readme.indexOf("\n## ", from + 1)));
        Set<String> measured = new TreeSet<>(COUNTED);
        for (String page : List.of("reliability.md", "performance.md")) {
            measured.addAll(TranslationsTest.figuresOf(
                    Files.readString(Reactor.ROOT.resolve("docs").resolve(page))));
        }

        assertThat(compared).hasSizeGreaterThan(10);
        assertThat(measured).containsAll(compared);
    }
}
