package io.github.alimsg.it.receipt;

import static io.github.alimsg.it.receipt.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.receipts.ReceiptPart;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to a field, the receipt is read, and the other fields are what they were. */
class AnyBodyTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "\"\"",
            "\"x\"",
            "-1",
            "7.5",
            "1e400",
            "123456789012345678901234567890",
            "[]",
            "{}",
            "[[1],{\"a\":null}]",
            "{\"a\":{\"b\":\"c\"}}",
            "\"{\"",
            "\"[1,\"",
            "\"\\u0000\\ud800\"");

    static Stream<String> bodies() {
        return Stream.of(Bodies.CAMS, Bodies.MAINLAND, Bodies.GLOBE).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aFieldThatIsMissingRenamedOrOfAnotherTypeCostsOnlyItself(String body) throws IOException {
        var random = new Random(20261121);
        for (int round = 0; round < 300; round++) {
            ArrayNode items = items(body);
            var item = (ObjectNode) items.get(random.nextInt(items.size()));
            List<String> names = new ArrayList<>();
            item.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            JsonNode value = item.remove(name);
            switch (random.nextInt(3)) {
                case 0 -> {}
                case 1 -> item.set(name + "2", value);
                default -> item.set(name, JSON.readTree(VALUES.get(random.nextInt(VALUES.size()))));
            }
            for (Parsers.Parser parser : Parsers.ALL) {
                List<ReceiptPart> changed = parser.parse(bytes(items.toString()));
                List<ReceiptPart> original = parser.parse(bytes(body));
                assertThat(changed).hasSameSizeAs(original);
                for (int i = 0; i < changed.size(); i++) {
                    assertThat(differences(original.get(i), changed.get(i)))
                            .as("%s after a change of %s", parser, name)
                            .allMatch(accessor -> mayRead(accessor, name));
                }
            }
        }
    }

    private static ArrayNode items(String body) throws IOException {
        JsonNode root = JSON.readTree(body);
        return root instanceof ArrayNode array ? array : JSON.createArrayNode().add(root);
    }

    private static List<String> differences(ReceiptPart before, ReceiptPart after) {
        Map<String, String> was = read(before);
        Map<String, String> is = read(after);
        return was.keySet().stream()
                .filter(name -> !was.get(name).equals(is.get(name)))
                .toList();
    }

    /** What accessors say, without those of the whole. */
    private static Map<String, String> read(ReceiptPart part) {
        var values = new TreeMap<String, String>();
        for (Method method : part.getClass().getMethods()) {
            if (method.getParameterCount() == 0 && method.getDeclaringClass() == part.getClass()) {
                try {
                    values.put(method.getName(), String.valueOf(method.invoke(part)));
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(method + " throws", e.getCause());
                }
            }
        }
        part.toString();
        part.hashCode();
        return values;
    }

    /** Whether an accessor is about a field: all that is inside of a message depends on two. */
    private static boolean mayRead(String accessor, String name) {
        String field = name.replace("_", "").replace(" ", "").toLowerCase(java.util.Locale.ROOT);
        List<String> content = List.of("text", "media", "location", "contacts", "reply", "message", "type");
        if (field.equals("message") || field.equals("type")) {
            return content.contains(accessor) || accessor.equals("contentType");
        }
        return Parsers.FIELDS.getOrDefault(accessor, List.of(accessor.toLowerCase(java.util.Locale.ROOT))).stream()
                .anyMatch(field::equals);
    }

    @Test
    void everyAccessorOfEveryReceiptReadsSomethingInSomeBody() {
        var silent = new TreeMap<String, Boolean>();
        for (Parsers.Parser parser : Parsers.ALL) {
            bodies().forEach(body -> parser.parse(bytes(body))
                    .forEach(part -> read(part)
                            .forEach((accessor, value) -> silent.merge(
                                    part.getClass().getSimpleName() + "." + accessor,
                                    value.equals("null") || value.equals("[]"),
                                    Boolean::logicalAnd))));
        }
        assertThat(silent).hasSizeGreaterThan(90);
        assertThat(silent.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey))
                .isEmpty();
    }
}
