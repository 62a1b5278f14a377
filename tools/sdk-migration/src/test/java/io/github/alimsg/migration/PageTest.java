package io.github.alimsg.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/coming-from-the-vendor.md has the examples that the tests run, and names as the tables have them. */
class PageTest {
    private static final Path PAGE = Path.of("../../docs/coming-from-the-vendor.md");

    @ParameterizedTest
    @CsvSource({"sync, SyncSms", "async, AsyncSms", "first, FirstSms", "ours, OurSms"})
    void anExample(String name, String file) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/pairs", file + ".java"));
        int from = lines.indexOf("        // begin: " + name) + 1;
        String example = String.join(
                "\n",
                lines.subList(from, lines.indexOf("        // end")).stream()
                        .map(line -> line.isEmpty() ? line : line.substring(8))
                        .toList());
        assertThat(Files.readString(PAGE)).contains("```java\n" + example + "\n```");
    }

    @Test
    void theNumbersOfTheShop() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains("| Java | " + lines("before/src") + " | " + lines("after/src") + " |");
        assertThat(page).contains("| `pom.xml` | " + lines("before/pom.xml") + " | " + lines("after/pom.xml") + " |");
    }

    private static long lines(String path) throws IOException {
        try (var files = Files.walk(Path.of("src/test/shop", path))) {
            long lines = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines += Files.readAllLines(file).size();
            }
            return lines;
        }
    }

    @Test
    void whatIsNamedOrTypedOtherwise() throws IOException {
        String page = Files.readString(PAGE);
        String begin = "<!-- generated: differences -->\n";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf("<!-- end -->", from);
        String table = differences();
        if (Boolean.getBoolean("alimsg.update")) {
            Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
            return;
        }
        assertThat(page.substring(from, to)).as("run with -Dalimsg.update").isEqualTo(table);
    }

    /** Fields with another name or type than the vendor's; the same field of several operations once. */
    private static String differences() throws IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String line :
                Files.readAllLines(Path.of("src/main/resources/io/github/alimsg/migration/dysmsapi20170525.tsv"))) {
            String[] cells = line.split("\t", -1);
            String[] path = cells[0].split("\\.");
            if (path.length < 3 || cells[2].equals("wrapper")) {
                continue;
            }
            boolean sent = path[1].equals("request");
            String wire = path[path.length - 1];
            String plain = Character.toLowerCase(wire.charAt(0)) + wire.substring(1);
            boolean isNamed = cells[1].toLowerCase(Locale.ROOT).equals(plain.toLowerCase(Locale.ROOT));
            String type = type(cells[2]);
            if (!isNamed || !type.isEmpty()) {
                rows.computeIfAbsent(
                                "| `" + (sent ? "set" : "get") + Character.toUpperCase(wire.charAt(0))
                                        + wire.substring(1) + "` | `" + cells[1] + "` | " + type + " |",
                                any -> new ArrayList<>())
                        .add(path[0]);
            }
        }
        StringBuilder table = new StringBuilder(
                "| the vendor's | here | type here, where it is another | operations |\n|---|---|---|---|\n");
        rows.forEach((row, operations) -> table.append(row)
                .append(" ")
                .append(String.join(", ", operations.stream().distinct().toList()))
                .append(" |\n"));
        return table.toString();
    }

    private static String type(String kind) {
        return switch (kind) {
            case "basic_date", "date" -> "`LocalDate`";
            case "millis", "seconds" -> "`Instant`";
            case "rate" -> "`double`, from 0 to 1";
            case "json map" -> "`Map<String, String>`, or the JSON text";
            case "json list" -> "`List<String>`, or the JSON text";
            case "json maps" -> "a list of maps, or the JSON text";
            default -> kind.startsWith("open ") ? "`" + kind.substring(kind.lastIndexOf(' ') + 1) + "`" : "";
        };
    }
}
