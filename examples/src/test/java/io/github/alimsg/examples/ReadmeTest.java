package io.github.alimsg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
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
            Pattern.compile("<!-- snippet: (\\S+) -->\\s*```(?:java|kotlin)\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyJavaSnippetOfTheReadmeIsAPartOfAnExample() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        assertThat(snippets(readme)).isEqualTo(count(readme, "```java")).isPositive();
    }

    @Test
    void theMarkedSnippetsAboutKeysArePartsOfExamples() throws IOException {
        assertThat(snippets(Files.readString(ROOT.resolve("docs/once.md")))).isPositive();
    }

    @Test
    void theMarkedSnippetsOfEveryPageArePartsOfExamples() throws IOException {
        int found = 0;
        try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
            for (Path page :
                    pages.filter(file -> file.toString().endsWith(".md")).toList()) {
                String text = Files.readString(page);
                assertThat(snippets(text)).as(page.toString()).isEqualTo(count(text, "<!-- snippet: "));
                found += count(text, "<!-- snippet: ");
            }
        }
        assertThat(found).isGreaterThan(15);
    }

    @Test
    void theTablesOfThePageAreThoseOfTheExample() throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs/receipt-tables.md")))
                .contains("```sql\n" + ReceiptTables.TABLES + "```");
    }

    /** Compares the marked snippets of a page with the examples, and counts them. */
    private static int snippets(String page) throws IOException {
        Matcher snippet = SNIPPET.matcher(page);
        int found = 0;
        while (snippet.find()) {
            found++;
            Example example = inExamples(snippet.group(1));
            String code = snippet.group(2);
            for (String line : code.lines().toList()) {
                if (line.startsWith("import ")) {
                    assertThat(example.source()).as(snippet.group(1)).contains(line);
                }
            }
            assertThat(code.replaceAll("(?m)^import .*\\n+", ""))
                    .as(snippet.group(1))
                    .isEqualTo(example.snippet());
        }
        return found;
    }

    @Test
    void theFirstSnippetIsAmongTheFirstLinesWithItsImports() throws IOException {
        List<String> first = Files.readAllLines(ROOT.resolve("README.md")).subList(0, 25);
        assertThat(first).contains("```java", "```").anyMatch(line -> line.startsWith("import io.github.alimsg."));
    }

    @Test
    void theListOfDocumentsHasEveryPageAndDecision() throws IOException {
        Path docs = ROOT.resolve("docs");
        String list = Files.readString(docs.resolve("README.md"));
        try (Stream<Path> pages = Files.walk(docs)) {
            assertThat(pages.filter(page -> page.toString().endsWith(".md"))
                            .filter(page -> !page.endsWith("README.md"))
                            .filter(page -> !page.startsWith(docs.resolve("site")))) // what it has built
                    .allSatisfy(page -> assertThat(list)
                            .contains("(" + docs.relativize(page).toString().replace('\\', '/') + ")"));
        }
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

    /** A part of an example, moved to the left margin, and the whole of it. */
    private record Example(String snippet, String source) {}

    private static Example inExamples(String name) throws IOException {
        try (Stream<Path> files = Stream.of("src", "engines/src", "kotlin/src").flatMap(ReadmeTest::walk)) {
            for (Path file : files.filter(path ->
                            path.toString().endsWith(".java") || path.toString().endsWith(".kt"))
                    .sorted()
                    .toList()) {
                List<String> lines = Files.readAllLines(file);
                int start = lines.stream().map(String::strip).toList().indexOf("// snippet: " + name);
                if (start >= 0) {
                    return new Example(snippet(lines.subList(start + 1, lines.size())), Files.readString(file));
                }
            }
        }
        throw new AssertionError("no example has the snippet " + name);
    }

    private static Stream<Path> walk(String folder) {
        try {
            return Files.walk(Path.of(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
