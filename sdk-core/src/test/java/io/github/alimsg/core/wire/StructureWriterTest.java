package io.github.alimsg.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alimsg.core.OpenValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StructureWriterTest {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS);

    private static final class Channel extends OpenValue {
        Channel(String value) {
            super(value);
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "-2, -2", "9223372036854775807, 9223372036854775807", "3.5, '\"3.5\"'", "new, '\"new\"'"})
    void aNumberedValueIsANumberUnlessItIsNone(String value, String json) {
        var writer = new JsonStructureWriter();
        writer.startObject();
        writer.putNumber("Status", new Channel(value));
        writer.putNumber("Absent", null);
        writer.endObject();

        assertThat(writer.text()).isEqualTo("{\"Status\":" + json + "}");
    }

    private enum Colour {
        RED
    }

    static Stream<Arguments> plainValues() {
        return Stream.of(
                Arguments.of("te\"xt\n", "\"te\\\"xt\\n\""),
                Arguments.of(new Channel("whatsapp"), "\"whatsapp\""),
                Arguments.of(true, "true"),
                Arguments.of((byte) 1, "1"),
                Arguments.of((short) 2, "2"),
                Arguments.of(-3, "-3"),
                Arguments.of(Long.MAX_VALUE, "9223372036854775807"),
                Arguments.of(new BigInteger("9223372036854775808"), "9223372036854775808"),
                Arguments.of(new BigDecimal("1E+3"), "1000"),
                Arguments.of(new BigDecimal("1.50"), "1.50"),
                Arguments.of(1e21, "1000000000000000000000"),
                Arguments.of(1e-7, "0.00000010"),
                Arguments.of(0.5f, "0.5"),
                Arguments.of(Instant.ofEpochMilli(1_767_323_045_006L), "1767323045006"),
                Arguments.of(null, "null"),
                Arguments.of(List.of(), "[]"),
                Arguments.of(Map.of(), "{}"),
                Arguments.of(Arrays.asList("a", null, List.of(1)), "[\"a\",null,[1]]"),
                Arguments.of(Map.of(1, Map.of("b", List.of())), "{\"1\":{\"b\":[]}}"));
    }

    static Stream<Arguments> otherValues() {
        return Stream.of(
                        new Date(0),
                        new int[] {1},
                        new Object[0],
                        Colour.RED,
                        'c',
                        Optional.of("x"),
                        new StringBuilder())
                .map(value -> Arguments.of(value));
    }

    @ParameterizedTest
    @MethodSource("plainValues")
    void plainValuesAreWrittenAsJson(@Nullable Object value, String json) {
        assertThat(json(out -> out.addPlainValue(value))).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("otherValues")
    void otherClassesAreRefusedByNameAndNotByValue(Object value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> json(out -> out.addPlainValue(Map.of("k", List.of(value)))))
                .withMessage("a plain value must be text, a number, true or false, or a list or map of these, not "
                        + value.getClass().getName());
        assertThatIllegalArgumentException().isThrownBy(() -> flat(false, out -> out.addPlainValue(value)));
    }

    @Test
    void jsonReadsBackAsWhatWasWritten() throws JsonProcessingException {
        var random = new Random(20261121);
        for (int i = 0; i < 1_000; i++) {
            Object value = map(random, 4);

            String json = json(out -> out.addPlainValue(value));

            assertThat(MAPPER.readValue(json, Object.class)).isEqualTo(value);
            assertThat(MAPPER.readTree(json)).isEqualTo(MAPPER.readTree(MAPPER.writeValueAsString(value)));
        }
    }

    @Test
    void membersThatAreNullAreLeftOut() {
        assertThat(json(out -> {
                    out.startObject();
                    out.put("a", (String) null);
                    out.put("b", (OpenValue) null);
                    out.put("c", (Integer) null);
                    out.put("d", (Long) null);
                    out.put("e", (Double) null);
                    out.put("f", (BigDecimal) null);
                    out.put("g", (Boolean) null);
                    out.putStrings("h", null);
                    out.putPlainValue("i", null);
                    out.endObject();
                }))
                .isEqualTo("{}");
    }

    @Test
    void membersAreWrittenWithTheirNames() {
        assertThat(json(StructureWriterTest::members))
                .isEqualTo("{\"a\":\"x\",\"b\":\"whatsapp\",\"c\":1,\"d\":2,\"e\":0.25,\"f\":1000,\"g\":true,"
                        + "\"h\":[\"y\",\"z\"],\"i\":{\"j\":null},\"l\":[]}");
    }

    @Test
    void halfACharacterIsRefusedInEveryStyleUnderItsName() {
        var random = new Random(20261121);
        for (int i = 0; i < 1_000; i++) {
            String half = random.nextBoolean() ? "\uD83D" : "\uDE00";
            String before = text(random);
            String cut = before + half + text(random);
            Object inValue = nested(random, 3, cut, Map.of("n", cut));
            Object inName = nested(random, 3, Map.of(cut, "v"), Map.of("n", Map.of(cut, 1)));
            for (Object value : List.of(inValue, inName)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> json(out -> out.addPlainValue(value)))
                        .withMessageStartingWith("k holds half a character ")
                        .withMessageEndingWith("; cut texts between code points, not inside an emoji");
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> flat(false, out -> out.addPlainValue(inValue)))
                    .withMessageStartingWith("k")
                    .withMessageContaining(" holds half a character at index " + before.length());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> flat(false, out -> out.addPlainValue(inName)))
                    .withMessageStartingWith("k holds half a character in a name;");
        }
    }

    /** One of two values, in lists and objects. */
    private static Object nested(Random random, int depth, Object one, Object other) {
        return switch (random.nextInt(depth > 0 ? 4 : 2)) {
            case 0 -> one;
            case 1 -> other;
            case 2 -> List.of("a", 1, nested(random, depth - 1, one, other));
            default -> new LinkedHashMap<>(Map.of("m", nested(random, depth - 1, one, other)));
        };
    }

    @Test
    void emojiAreWrittenAsTheyAreInEveryStyle() {
        assertThat(json(out -> out.addPlainValue(Map.of("😀", List.of("a😀".repeat(3_000))))))
                .isEqualTo("{\"😀\":[\"" + "a😀".repeat(3_000) + "\"]}");
        assertThat(flat(false, out -> out.addPlainValue(Map.of("😀", "😀"))))
                .containsExactly("k.%F0%9F%98%80=%F0%9F%98%80");
    }

    @Test
    void flatMembersAreParametersOfTheirOwn() {
        assertThat(flat(false, StructureWriterTest::members))
                .containsExactly(
                        "k.a=x",
                        "k.b=whatsapp",
                        "k.c=1",
                        "k.d=2",
                        "k.e=0.25",
                        "k.f=1000",
                        "k.g=true",
                        "k.h.1=y",
                        "k.h.2=z");
    }

    @Test
    void flatListsCountFromOne() {
        assertThat(flat(false, out -> out.addStrings(List.of("a", "b", "c"))))
                .containsExactly("k.1=a", "k.2=b", "k.3=c");
    }

    @Test
    void flatObjectsInListsHaveTheirMembersBehindTheNumber() {
        List<Map<String, String>> items = List.of(Map.of("Sub", "a"), Map.of("Sub", "b"));

        assertThat(flat(false, out -> out.addPlainValue(items))).containsExactly("k.1.Sub=a", "k.2.Sub=b");
    }

    @Test
    void flatListsNest() {
        Object nested = List.of(List.of("a", "b"), List.of(Map.of("s", List.of("c", "d"))), "e");

        assertThat(flat(false, out -> out.addPlainValue(nested)))
                .containsExactly("k.1.1=a", "k.1.2=b", "k.2.1.s.1=c", "k.2.1.s.2=d", "k.3=e");
    }

    @Test
    void flatItemThatIsNullKeepsItsPlace() {
        assertThat(flat(false, out -> out.addPlainValue(Arrays.asList("a", null, "c"))))
                .containsExactly("k.1=a", "k.3=c");
    }

    @Test
    void flatEmptyListsAndMapsAreNothing() {
        assertThat(flat(false, out -> out.addPlainValue(List.of()))).isEmpty();
        assertThat(flat(false, out -> out.addPlainValue(Map.of()))).isEmpty();
        assertThat(flat(false, out -> out.addPlainValue(List.of(List.of(), Map.of(), "c"))))
                .containsExactly("k.3=c");
    }

    @Test
    void flatEmptyTextIsLeftOutUnderTheOlderSignature() {
        assertThat(flat(false, out -> out.addStrings(List.of("a", "", "c")))).containsExactly("k.1=a", "k.2=", "k.3=c");
        assertThat(flat(true, out -> out.addStrings(List.of("a", "", "c")))).containsExactly("k.1=a", "k.3=c");
    }

    @Test
    void jsonIsWrittenWithEmptyTextUnderTheOlderSignatureToo() {
        assertThat(json(true, out -> out.addPlainValue(Map.of("a", "")))).isEqualTo("{\"a\":\"\"}");
    }

    @Test
    void numbersOfOtherClassesKeepTheirDigits() {
        assertThat(json(out -> out.addPlainValue(0.1f))).isEqualTo("0.1");
        assertThat(json(out -> out.addPlainValue(new AtomicLong(9_007_199_254_740_993L))))
                .isEqualTo("9007199254740993");
    }

    @Test
    void numbersThatAreNoneAreRefusedInWords() {
        for (Object none : new Object[] {Double.NaN, Float.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> json(out -> out.addPlainValue(none)))
                    .withMessageContaining(String.valueOf(none));
        }
    }

    private static void members(StructureWriter out) {
        Map<String, @Nullable Object> inner = new LinkedHashMap<>();
        inner.put("j", null);
        out.startObject();
        out.put("a", "x");
        out.put("b", new Channel("whatsapp"));
        out.put("c", 1);
        out.put("d", 2L);
        out.put("e", 0.25);
        out.put("f", new BigDecimal("1E+3"));
        out.put("g", true);
        out.putStrings("h", List.of("y", "z"));
        out.putPlainValue("i", inner);
        out.name("l");
        out.startArray();
        out.endArray();
        out.endObject();
    }

    private static String json(Consumer<StructureWriter> value) {
        return json(false, value);
    }

    /** What a parameter in JSON has, and that the parameters around it are untouched. */
    private static String json(boolean omitEmpty, Consumer<StructureWriter> value) {
        var params = new ParamWriter(Map.of(), omitEmpty);
        params.put("a", "before");
        params.json("k", params, (same, out) -> value.accept(out));
        params.put("z", "after");
        String query = params.finish().query().toString();
        assertThat(query).startsWith("a=before&k=").endsWith("&z=after");
        return URLDecoder.decode(query.substring("a=before&k=".length(), query.length() - "&z=after".length()), UTF_8);
    }

    private static List<String> flat(boolean omitEmpty, Consumer<StructureWriter> value) {
        var params = new ParamWriter(Map.of(), omitEmpty);
        params.flat("k", params, (same, out) -> value.accept(out));
        String query = params.finish().query().toString();
        return query.isEmpty() ? List.of() : List.of(query.split("&", -1));
    }

    private static @Nullable Object any(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> text(random);
            case 1 -> random.nextLong();
            case 2 -> new BigDecimal(BigInteger.valueOf(random.nextLong()), 1 + random.nextInt(30));
            case 3 -> random.nextBoolean();
            case 4 -> null;
            case 5 -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(any(random, depth - 1));
                }
                yield list;
            }
            default -> map(random, depth - 1);
        };
    }

    private static Map<String, @Nullable Object> map(Random random, int depth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            map.put(text(random), any(random, depth));
        }
        return map;
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(8), 0, 0x3000)
                .map(c -> c % 5 == 0 ? 0x1F600 + c % 16 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
