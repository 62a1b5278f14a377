package io.github.alimsg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents show is what compiles: snippets are the marked parts of the examples, letter for letter. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- snippet: (\\S+) -->\\s*```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyJavaSnippetOfTheReadmeIsAPartOfAnExample() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        Matcher snippet = SNIPPET.matcher(readme);
        int found = 0;
        while (snippet.find()) {
            found++;
            assertThat(snippet.group(2)).as(snippet.group(1)).isEqualTo(inExamples(snippet.group(1)));
        }
        assertThat(found).isEqualTo(count(readme, "```java")).isPositive();
    }

    @Test
    void theTestCommandIsTheOneThatTheBuildServerCalls() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        assertThat(Files.readString(ROOT.resolve(".ci/run")))
                .contains(command(readme, "Run the tests").strip());
        assertThat(command(readme, "Try it").strip().lines()).hasSize(1);
    }

    private static String command(String readme, String heading) {
        Matcher section = Pattern.compile("\\n## " + heading + "\\n(.*?)(?=\\n## )", Pattern.DOTALL)
                .matcher(readme);
        assertThat(section.find()).as(heading).isTrue();
        Matcher command = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL).matcher(section.group(1));
        assertThat(command.find()).as(heading).isTrue();
        return command.group(1);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    /** The lines between the marks of a snippet, moved to the left margin. */
    private static String inExamples(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                List<String> lines = Files.readAllLines(file);
                int start = lines.stream().map(String::strip).toList().indexOf("// snippet: " + name);
                if (start >= 0) {
                    return snippet(lines.subList(start + 1, lines.size()));
                }
            }
        }
        throw new AssertionError("no example has the snippet " + name);
    }

    private static String snippet(List<String> rest) {
        List<String> lines = new ArrayList<>();
        for (String line : rest) {
            if (line.strip().equals("// end")) {
                break;
            }
            lines.add(line);
        }
        int indent = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        lines.forEach(line ->
                text.append(line.isBlank() ? "" : line.substring(indent)).append('\n'));
        return text.toString();
    }
}
