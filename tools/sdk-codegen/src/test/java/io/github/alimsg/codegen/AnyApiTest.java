package io.github.alimsg.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever the metadata holds, either what is generated compiles without a warning, or problems name the place. */
class AnyApiTest {
    private static final int APIS = 60;

    @Test
    void anyMetadataGivesSourcesThatCompileOrProblemsThatNameThePlace() {
        int compiled = 0;
        List<String> refused = new ArrayList<>();
        for (int seed = 0; seed < APIS; seed++) {
            RandomApi api = new RandomApi(seed);
            String metadata = api.metadata();
            Set<String> names = namesWithoutWords(PostFiles.problems(api.files(metadata, Set.of())));
            ApiFiles files = api.files(metadata, names);
            List<String> problems = PostFiles.problems(files);
            if (problems.isEmpty()) {
                var complaints =
                        MemoryCompiler.complaints(Generator.generate(files).sources());
                assertThat(complaints).as("seed " + seed).isEmpty();
                compiled++;
            } else {
                refused.addAll(problems);
            }
        }
        assertThat(compiled).isGreaterThan(APIS / 3);
        assertThat(refused)
                .isNotEmpty()
                .allMatch(problem -> problem.matches("(?s)[a-z]+\\.(json|yaml)(:\\d+)?: .+; .+"));
        assertThat(refused)
                .filteredOn(problem -> problem.startsWith("metadata.json"))
                .allMatch(problem -> problem.matches(
                        "metadata.json: .*([A-Za-z0-9-]+\\.(request|response)|operation |client's method).*"));
    }

    @Test
    void theGoldenApiCompilesWithoutAWarning() {
        assertThat(MemoryCompiler.complaints(PostFiles.generate().sources())).isEmpty();
    }

    /** The last names of the paths that are reported to have no words. */
    private static Set<String> namesWithoutWords(List<String> problems) {
        Set<String> names = new TreeSet<>();
        for (String problem : problems) {
            if (problem.contains("no documentation for")) {
                problem.lines()
                        .map(String::strip)
                        .filter(line -> line.matches(".+\\.(request|response)\\..+"))
                        .forEach(line -> names.add(lastName(line)));
            }
        }
        return names;
    }

    private static String lastName(String path) {
        return path.endsWith(".a.b") ? "a.b" : path.substring(path.lastIndexOf('.') + 1);
    }
}
