package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody reads all three when one changes, so what is copied and what is counted is compared. */
@DisplayName("The READMEs in other languages have the English one's snippets, commands and figures")
class TranslationsTest {
    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- snippet: \\S+ -->\\n)?```(\\w+)\\n.*?```\\n", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[.,](?=\\d{3}(?!\\d))");
    private static final Pattern FIGURE = Pattern.compile("\\d{2,}(?:[.,]\\d+)?|\\d[.,]\\d+");

    @ParameterizedTest
    @ValueSource(strings = {"README.zh-CN.md", "README.id.md"})
    void itsSnippetsAndCommandsAreTheEnglishOnes(String page) throws IOException {
        List<String> english = blocks("README.md", Pattern.compile("."));
        assertThat(english).containsAll(blocks(page, Pattern.compile(".")));
        Pattern toCopy = Pattern.compile("sh|xml|kotlin|yaml");
        assertThat(blocks(page, toCopy)).isNotEmpty().isEqualTo(blocks("README.md", toCopy));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.zh-CN.md", "README.id.md"})
    void itsFirstSnippetIsAmongItsFirstLines(String page) throws IOException {
        assertThat(Files.readAllLines(Reactor.ROOT.resolve(page)).subList(0, 25))
                .contains("```java", "```")
                .anyMatch(line -> line.startsWith("import io.github.alimsg."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.zh-CN.md", "README.id.md"})
    void itsFiguresAreTheEnglishOnes(String page) throws IOException {
        assertThat(figures("README.md")).contains("832", "20000", "100000").containsAll(figures(page));
        assertThat(figures(page)).contains("832", "20000", "100000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md", "README.id.md"})
    void itsLinksLeadToFiles(String page) throws IOException {
        List<String> links = LINK.matcher(read(page))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("http"))
                .toList();
        assertThat(links)
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        link -> assertThat(Reactor.ROOT.resolve(link)).as(link).exists());
    }

    @Test
    void theyLinkToEachOther() throws IOException {
        for (String page : List.of("README.md", "README.zh-CN.md", "README.id.md")) {
            for (String other : List.of("README.md", "README.zh-CN.md", "README.id.md")) {
                if (!other.equals(page)) {
                    assertThat(read(page)).contains("(" + other + ")");
                }
            }
        }
    }

    @Test
    void aChangedCommandIsNoticed() {
        assertThat(blocks(Pattern.compile("sh"), "```sh\n./mvnw verify\n```\n"))
                .isNotEqualTo(blocks(Pattern.compile("sh"), "```sh\n./mvnw test\n```\n"));
        assertThat(figuresOf("20.000 pesan, 28,7 µs")).isEqualTo(figuresOf("20,000 messages, 28.7 µs"));
        assertThat(figuresOf("832 of 20,000")).isNotEqualTo(figuresOf("831 of 20,000"));
    }

    private static List<String> blocks(String page, Pattern language) throws IOException {
        return blocks(language, read(page));
    }

    private static List<String> blocks(Pattern language, String text) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> language.matcher(block.group(1)).lookingAt())
                .map(MatchResult::group)
                .toList();
    }

    private static Set<String> figures(String page) throws IOException {
        return figuresOf(BLOCK.matcher(read(page)).replaceAll(""));
    }

    /** Numbers of two digits or more, however the language separates thousands and decimals. */
    static Set<String> figuresOf(String text) {
        String plain = THOUSANDS.matcher(text).replaceAll("");
        return new TreeSet<>(FIGURE.matcher(plain)
                .results()
                .map(figure -> figure.group().replace(',', '.'))
                .toList());
    }

    private static String read(String page) throws IOException {
        return Files.readString(Reactor.ROOT.resolve(page));
    }
}
