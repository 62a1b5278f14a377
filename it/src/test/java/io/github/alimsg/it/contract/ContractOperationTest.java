package io.github.alimsg.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.core.retry.Effect;
import io.github.alimsg.core.wire.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation is there, and known for what it does. */
class ContractOperationTest {
    private static final int OPERATIONS = 265;

    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = new Stage();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void everyOperationOfTheMetadataIsThere() {
        int all = 0;
        for (Api api : Api.ALL) {
            List<String> documented = new ArrayList<>();
            api.metadata().path("apis").fieldNames().forEachRemaining(documented::add);
            assertThat(api.product().operations().stream().map(Operation::name))
                    .as(api.toString())
                    .containsExactlyInAnyOrderElementsOf(documented)
                    .isSorted();
            all += documented.size();
        }
        assertThat(all).isEqualTo(OPERATIONS);
    }

    @TestFactory
    Stream<DynamicContainer> effectLimitAndSuccessAreThoseOfTheCustomization() {
        return stage.forEveryOperation((api, operation) -> {
            String name = operation.name();
            Operation<?, ?> generated = api.generated(name);
            Customization customization = api.customization();

            assertThat(customization.effects().get(name))
                    .as("effects of %s", name)
                    .containsExactly(generated.effect().name());
            assertThat(customization.limits().getOrDefault(name, List.of("0")))
                    .as("limits of %s", name)
                    .containsExactly(Integer.toString(generated.callsPerSecond()));
            JsonNode message = customization.message(name);
            assertThat(generated.ownId())
                    .as("ownId of %s", name)
                    .isEqualTo(message.path("ownId").textValue());
            assertThat(
                            generated.messages() == null
                                    ? null
                                    : generated.messages().toString())
                    .as("messages of %s", name)
                    .isEqualTo(message.isMissingNode() ? null : facts(message));
            boolean sends = generated.effect() == Effect.SEND || generated.effect() == Effect.SENDS_CODE;
            assertThat(generated.messages() != null).as("%s sends", name).isEqualTo(sends);
            assertThat(generated.successRule().codeField()).isEqualTo(operation.codeField());
            assertThat(generated.successRule().messageField()).isEqualTo(operation.messageField());
            assertThat(generated.responseType()).isEqualTo(api.method(name).getReturnType());
        });
    }

    private static String facts(JsonNode message) {
        String to = message.path("to").asText();
        return "to " + (to.equals("none") ? null : to) + " "
                + message.path("form").asText("one").toUpperCase(Locale.ROOT)
                + Stream.of("sender", "text", "template", "values", "category")
                        .map(fact -> ", " + fact + " " + message.path(fact).textValue())
                        .collect(Collectors.joining());
    }

    @TestFactory
    Stream<DynamicContainer> theIndexListsEveryOperationOnceInItsArea() {
        Map<Api, Map<String, List<Row>>> indexes = new HashMap<>();
        return stage.forEveryOperation((api, operation) -> {
            String name = operation.name();
            Operation<?, ?> generated = api.generated(name);
            int limit = generated.callsPerSecond();

            List<String> areas = api.customization().areas().get(name);
            assertThat(areas).as("areas of %s", name).hasSize(1);
            assertThat(indexes.computeIfAbsent(api, ContractOperationTest::rows))
                    .hasSameSizeAs(api.product().operations());
            assertThat(indexes.computeIfAbsent(api, ContractOperationTest::rows).get(name))
                    .containsExactly(new Row(
                            areas.get(0),
                            "`" + api.method(name).getName() + "`",
                            limit == 0 ? "" : Integer.toString(limit),
                            generated.effect().name()));
        });
    }

    /** A line of the index, without the words. */
    private record Row(String area, String method, String limit, String effect) {}

    private static Map<String, List<Row>> rows(Api api) {
        Map<String, List<Row>> rows = new HashMap<>();
        String area = "";
        try {
            for (String line : Files.readAllLines(api.index())) {
                String[] cells = line.split("\\|", -1);
                if (line.startsWith("## ")) {
                    area = line.substring(3);
                } else if (cells.length == 7 && cells[2].strip().startsWith("`")) {
                    rows.computeIfAbsent(cells[1].strip(), name -> new ArrayList<>())
                            .add(new Row(area, cells[2].strip(), cells[4].strip(), cells[5].strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
