package io.github.alimsg.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import io.micrometer.observation.Observation;
import io.micrometer.observation.docs.ObservationDocumentation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of docs/metrics.md are those of the code. {@code -Dalimsg.update} writes them anew. */
class MetricsPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "metrics.md");
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "github", "alimsg", "micrometer");
    private static final String MARKER = "<!-- From here on the page is generated from the code. -->\n";

    @Test
    void thePageHasTheTablesOfTheCode() throws IOException {
        String page = Files.readString(PAGE);
        int head = page.indexOf(MARKER);
        assertThat(head).as("the marker in %s", PAGE).isPositive();
        String now = page.substring(0, head + MARKER.length()) + tables();
        if (Boolean.getBoolean("alimsg.update")) {
            Files.writeString(PAGE, now);
        }
        assertThat(Files.readString(PAGE))
                .as("out of date: ./mvnw -pl :sdk-micrometer -am test -Dtest=MetricsPageTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dalimsg.update")
                .isEqualTo(now);
    }

    private static String tables() throws IOException {
        var text = new StringBuilder();
        for (CallObservationDocumentation observation : CallObservationDocumentation.values()) {
            text.append("\n## Observation `alimsg.call`\n\n")
                    .append(described(observation))
                    .append("\n");
            text.append("\n| key | values |\n|---|---|\n").append(rows(observation.getLowCardinalityKeyNames()));
            text.append("\n| `outcome` | means |\n|---|---|\n").append(outcomes());
            text.append("\n| key for traces only | values |\n|---|---|\n")
                    .append(rows(observation.getHighCardinalityKeyNames()));
            text.append("\n| event | when |\n|---|---|\n").append(events(observation));
        }
        text.append(meters("Meters of clients", ClientMeterDocumentation.values()));
        text.append(meters("Meters of receipts", ReceiptMeterDocumentation.values()));
        return text.toString();
    }

    private static String rows(KeyName[] keys) throws IOException {
        var rows = new StringBuilder();
        for (KeyName key : keys) {
            rows.append("| `")
                    .append(key.asString())
                    .append("` | ")
                    .append(described((Enum<?>) key))
                    .append(" |\n");
        }
        return rows.toString();
    }

    private static String outcomes() throws IOException {
        var rows = new StringBuilder();
        for (CallOutcome outcome : CallOutcome.values()) {
            rows.append("| `")
                    .append(outcome.value())
                    .append("` | ")
                    .append(described(outcome))
                    .append(" |\n");
        }
        return rows.toString();
    }

    private static String events(ObservationDocumentation observation) throws IOException {
        var rows = new StringBuilder();
        for (Observation.Event event : observation.getEvents()) {
            rows.append("| `")
                    .append(event.getName())
                    .append("` | ")
                    .append(described((Enum<?>) event))
                    .append(" |\n");
        }
        return rows.toString();
    }

    private static <M extends Enum<M> & MeterDocumentation> String meters(String heading, M[] meters)
            throws IOException {
        var text =
                new StringBuilder("\n## " + heading + "\n\n| meter | type | unit | keys | |\n|---|---|---|---|---|\n");
        for (M meter : meters) {
            text.append("| `").append(meter.getName()).append("` | ").append(type(meter));
            text.append(" | ").append(unit(meter)).append(" | ").append(keys(meter));
            text.append(" | ").append(described(meter)).append(" |\n");
        }
        text.append("\n| key | values |\n|---|---|\n");
        List<KeyName> all = Stream.of(meters)
                .flatMap(meter -> Stream.of(meter.getKeyNames()))
                .toList();
        for (String name : all.stream().map(KeyName::asString).distinct().toList()) {
            KeyName[] first = all.stream()
                    .filter(key -> key.asString().equals(name))
                    .limit(1)
                    .toArray(KeyName[]::new);
            text.append(rows(first));
        }
        return text.toString();
    }

    private static String type(MeterDocumentation meter) {
        return meter.getType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String unit(MeterDocumentation meter) {
        String unit = meter.getBaseUnit();
        return unit == null ? "time" : unit;
    }

    private static String keys(MeterDocumentation meter) {
        return meter.getKeyNames().length == 0
                ? "yours"
                : Arrays.stream(meter.getKeyNames())
                        .map(key -> "`" + key.asString() + "`")
                        .collect(Collectors.joining(", "));
    }

    /** The javadoc of a constant. */
    private static String described(Enum<?> constant) throws IOException {
        Class<?> type = constant.getDeclaringClass();
        Class<?> outer = type.getEnclosingClass() == null ? type : type.getEnclosingClass();
        String source = Files.readString(SOURCES.resolve(outer.getSimpleName() + ".java"));
        String body = source.substring(source.indexOf("enum " + type.getSimpleName() + " "));
        Matcher javadoc = Pattern.compile("/\\*\\*((?:[^*]|\\*(?!/))*)\\*/\\s*" + constant.name() + "\\b")
                .matcher(body);
        assertThat(javadoc.find()).as("javadoc of %s", constant).isTrue();
        return javadoc.group(1)
                .replaceAll("\\s*\\n\\s*\\*", "")
                .replaceAll("\\{@code\\s+([^}]*)}", "`$1`")
                .replaceAll("\\{@link\\s+(?:[\\w.]*\\.)?(\\w+)}", "`$1`")
                .strip();
    }
}
