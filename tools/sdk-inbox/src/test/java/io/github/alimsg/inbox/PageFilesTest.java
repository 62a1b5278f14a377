package io.github.alimsg.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.inbox.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the files of the page promise without a browser. */
class PageFilesTest {
    private static final Path PAGE = Path.of("src", "main", "resources", "io", "github", "alimsg", "inbox", "page");
    private static final Path VENDOR = PAGE.resolve("assets").resolve("vendor");
    private static final Pattern CALL = Pattern.compile("(?:get\\(|send\\('([A-Z]+)', )['`](/[^'`]*)['`]");
    private static final Pattern VARIABLE = Pattern.compile("\\$?\\{[^}]*}");
    private static final Pattern EVENT = Pattern.compile("(?m)^ {2}([a-z]+): \\(store");

    @Test
    void vendoredFilesAreThoseThatWerePublished() throws IOException, NoSuchAlgorithmException {
        Map<String, String> pinned = new TreeMap<>();
        for (String line : Files.readAllLines(VENDOR.resolve("CHECKSUMS"))) {
            pinned.put(line.substring(66), line.substring(0, 64));
        }
        Map<String, String> present = new TreeMap<>();
        for (Path file : files(VENDOR)) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            present.put(file.getFileName().toString(), HexFormat.of().formatHex(digest));
        }
        present.remove("CHECKSUMS");
        assertThat(present).isEqualTo(pinned).containsKeys("preact.mjs", "htm.mjs", "preact.LICENSE.txt");
    }

    @Test
    void nothingIsInlineAndNothingComesFromElsewhere() throws IOException {
        String index = Files.readString(PAGE.resolve("index.html"));
        assertThat(index).doesNotContain("<style", " style=", " on", "http:", "https:");
        assertThat(index.split("<script", -1)).hasSize(2);
        assertThat(index).contains("src=\"assets/main.mjs\"></script>");
    }

    @Test
    void textsNeverBecomeElements() throws IOException {
        for (Path file : files(PAGE.resolve("assets"))) {
            if (file.toString().endsWith(".mjs") && !file.startsWith(VENDOR)) {
                assertThat(Files.readString(file))
                        .as("%s", file)
                        .doesNotContain("nnerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(");
            }
        }
    }

    @Test
    void thePageCallsOnlyWhatIsDocumented() throws IOException {
        JsonNode paths = openApi().path("paths");
        Set<String> documented = new TreeSet<>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method ->
                                documented.add(method.toUpperCase(Locale.ROOT) + " " + generic(path.getKey()))));
        Set<String> called = CALL.matcher(
                        Files.readString(PAGE.resolve("assets").resolve("api.mjs")))
                .results()
                .map(call -> Objects.requireNonNullElse(call.group(1), "GET") + " " + generic(call.group(2)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(called).hasSizeGreaterThan(12);
        assertThat(documented).containsAll(called);
    }

    @Test
    void thePageFollowsEveryEventThatIsDocumented() throws IOException {
        String events = openApi().at("/paths/~1events/get/description").asText();
        List<String> followed = EVENT.matcher(
                        Files.readString(PAGE.resolve("assets").resolve("live.mjs")))
                .results()
                .map(event -> event.group(1))
                .toList();
        assertThat(followed).hasSize(9).allSatisfy(event -> assertThat(events).contains(event));
    }

    private static JsonNode openApi() throws IOException {
        return Objects.requireNonNull(Json.read(Files.readString(
                Path.of("src", "main", "resources", "io", "github", "alimsg", "inbox", "openapi.json"))));
    }

    private static String generic(String path) {
        return VARIABLE.matcher(path).replaceAll("*");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
