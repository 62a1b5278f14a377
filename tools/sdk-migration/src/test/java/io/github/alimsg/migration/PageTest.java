package io.github.alimsg.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/coming-from-the-vendor.md has the examples that the tests run, and names as the tables have them. */
class PageTest {
    @ParameterizedTest
    @CsvSource({
        "sync, SyncSms",
        "async, AsyncSms",
        "first, FirstSms",
        "common, CommonSms",
        "sms4j, Sms4jSms",
        "ours, OurSms"
    })
    void anExample(String name, String file) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/pairs", file + ".java"));
        int from = lines.indexOf("        // begin: " + name) + 1;
        String example = String.join(
                "\n",
                lines.subList(from, lines.indexOf("        // end")).stream()
                        .map(line -> line.isEmpty() ? line : line.substring(8))
                        .toList());
        assertThat(Page.text()).contains("```java\n" + example + "\n```");
    }

    @ParameterizedTest
    @EnumSource(Shop.class)
    void theNumbersOfAShop(Shop shop) throws IOException {
        assertThat(Page.text())
                .contains("| " + shop.recipe().generation().adjective() + " | " + lines(shop.before(), ".java") + " | "
                        + lines(shop.after(), ".java") + " | " + lines(shop.before(), "pom.xml") + " | "
                        + lines(shop.after(), "pom.xml") + " |");
    }

    private static long lines(Map<String, String> files, String suffix) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(suffix))
                .mapToLong(file -> file.getValue().lines().count())
                .sum();
    }

    @Test
    void everyRecipe() throws IOException {
        assertThat(Page.text())
                .contains(Stream.of(
                                new FromSyncSdk(),
                                new FromSyncInternationalSms(),
                                new FromSyncCams(),
                                new FromAsyncSdk(),
                                new FromAsyncInternationalSms(),
                                new FromAsyncCams(),
                                new FromFirstSdk(),
                                new FromFirstInternationalSms(),
                                new FromFirstCams())
                        .map(recipe -> "`" + recipe.getClass().getSimpleName() + "`")
                        .toList());
    }

    @Test
    void whatIsNamedOrTypedOtherwise() throws IOException {
        String table = differences();
        assertThat(Page.generated("differences", table))
                .as("run with -Dalimsg.update")
                .isEqualTo(table);
    }

    @Test
    void operationsOfLaterVersionsAreOperations() throws IOException {
        assertThat(Page.laterOperations()).isNotEmpty().isSubsetOf(Page.operations("dysmsapi20170525"));
    }

    /** The other columns are compared with the vendor's jars by {@link ClassesTest}. */
    @Test
    void objectsAreOurs() throws IOException {
        Set<String> ours = new TreeSet<>();
        for (String[] cells : Page.rows("dysmsapi20170525")) {
            if (cells.length == 3 && cells[2].contains("object ")) {
                ours.add(cells[2].substring(cells[2].lastIndexOf(' ') + 1).replace('$', '.'));
            }
        }
        Set<String> named = new TreeSet<>();
        String page = Page.text();
        int from = page.indexOf("<!-- generated: objects -->");
        page.substring(from, page.indexOf("<!-- end -->", from))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .forEach(line -> named.add(line.substring(3, line.indexOf('`', 3))));
        assertThat(named).isNotEmpty().isSubsetOf(ours);
    }

    /** Fields with another name or type than the vendor's; the same field of several operations once. */
    private static String differences() throws IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String[] cells : Page.rows("dysmsapi20170525")) {
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
