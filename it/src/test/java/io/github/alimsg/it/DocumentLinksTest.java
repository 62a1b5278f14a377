package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The site checks the same with a parser of Markdown, but not in every build. */
@DisplayName("Links of the documents lead to files and headings that there are")
class DocumentLinksTest {
    private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\\n]*`", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("```.*?```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            Matcher link = LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll(""));
            while (link.find()) {
                links++;
                if (!link.group(1).contains("://") && !leadsSomewhere(page, link.group(1))) {
                    dead.add(page + ": " + link.group(1));
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(links).isGreaterThan(500);
    }

    @Test
    void anchorsAreThoseOfGitHub() {
        assertThat(anchors("# A, *b* `c`\n## With [links](x.md)\n## Twice\n## Twice\n```\n# none\n```\n## 什么会重试，什么不\n"))
                .containsExactlyInAnyOrder("a-b-c", "with-links", "twice", "twice-1", "什么会重试什么不");
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String folder : List.of("", "docs", "docs/decisions", "tools/sdk-codegen", ".github")) {
            try (Stream<Path> files = Files.list(Reactor.ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        return pages;
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = path.isEmpty() ? page : page.resolveSibling(path);
        return Files.exists(target)
                && (hash < 0 || anchors(Files.readString(target)).contains(link.substring(hash + 1)));
    }

    private static Set<String> anchors(String page) {
        Map<String, Integer> used = new HashMap<>();
        Set<String> anchors = new HashSet<>();
        Matcher heading = HEADING.matcher(BLOCK.matcher(page).replaceAll(""));
        while (heading.find()) {
            String text = Pattern.compile("\\[([^]]*)]\\([^)]*\\)")
                    .matcher(heading.group(1))
                    .replaceAll("$1");
            var slug = new StringBuilder();
            text.strip().toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
                if (Character.isLetterOrDigit(c) || c == '-' || c == '_') {
                    slug.appendCodePoint(c);
                } else if (c == ' ') {
                    slug.append('-');
                }
            });
            int before = used.merge(slug.toString(), 1, Integer::sum) - 1;
            anchors.add(before == 0 ? slug.toString() : slug + "-" + before);
        }
        return anchors;
    }
}
