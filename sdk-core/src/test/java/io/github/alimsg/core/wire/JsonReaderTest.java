package io.github.alimsg.core.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.internal.json.MalformedJson;
import io.github.alimsg.core.wire.SuccessRule.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    private static final SuccessRule RESPONSE_CODE = new SuccessRule("ResponseCode", "ResponseDescription");

    private static final Function<JsonReader, @Nullable Object> TEXT = JsonReader::string;
    private static final Function<JsonReader, @Nullable Object> INT64 = JsonReader::longValue;
    private static final Function<JsonReader, @Nullable Object> INT32 = JsonReader::intValue;
    private static final Function<JsonReader, @Nullable Object> DECIMAL = JsonReader::decimal;
    private static final Function<JsonReader, @Nullable Object> FLOAT64 = JsonReader::doubleValue;
    private static final Function<JsonReader, @Nullable Object> BOOL = JsonReader::booleanValue;
    private static final Function<JsonReader, @Nullable Object> MILLIS = JsonReader::millis;
    private static final Function<JsonReader, @Nullable Object> SECONDS = JsonReader::seconds;
    private static final Function<JsonReader, @Nullable Object> MOMENT = JsonReader::instant;
    private static final Function<JsonReader, @Nullable Object> DATE = JsonReader::date;
    private static final Function<JsonReader, @Nullable Object> TEXTS = JsonReader::strings;
    private static final Function<JsonReader, @Nullable Object> INT64S = JsonReader::longs;
    private static final Function<JsonReader, @Nullable Object> TEXT_MAP = JsonReader::stringMap;
    private static final Function<JsonReader, @Nullable Object> ANY = JsonReader::plainValue;
    private static final Function<JsonReader, @Nullable Object> ANY_MAP = JsonReader::plainMap;
    private static final Function<JsonReader, @Nullable Object> ANY_LIST = JsonReader::plainList;
    private static final Function<JsonReader, @Nullable Object> ONLY_A = in -> in.unwrapped("a", JsonReader::strings);

    static Stream<Arguments> tolerated() {
        Instant moment = Instant.ofEpochSecond(1_767_323_045);
        return Stream.of(
                tolerated("text", TEXT, "\"a\"", "a"),
                tolerated("text", TEXT, "\"\"", ""),
                tolerated("text", TEXT, "null", null),
                tolerated("text from a number", TEXT, "7", "7"),
                tolerated("text from a number as it is written", TEXT, "1.50", "1.50"),
                tolerated("text from a number beyond 64 bits", TEXT, "18446744073709551616", "18446744073709551616"),
                tolerated("text from a truth value", TEXT, "true", "true"),
                tolerated(
                        "text from an object",
                        TEXT,
                        "{ \"a\" : [1, \"x\", null], \"b\":{} }",
                        "{\"a\":[1,\"x\",null],\"b\":{}}"),
                tolerated("text from a list", TEXT, "[1, \"\\u0041\"]", "[1,\"A\"]"),
                tolerated("member of an object", ONLY_A, "{\"b\":[1],\"a\":[\"x\"],\"c\":{}}", List.of("x")),
                tolerated("member of an object in text", ONLY_A, "\" {\\\"a\\\":[\\\"x\\\"]}\"", List.of("x")),
                tolerated("member without its object", ONLY_A, "[\"x\"]", List.of("x")),
                tolerated("member that is null", ONLY_A, "{\"a\":null}", List.of()),
                tolerated("member that is absent", ONLY_A, "{}", null),
                tolerated("member of null", ONLY_A, "null", List.of()),
                tolerated("integer", INT64, "9223372036854775807", Long.MAX_VALUE),
                tolerated("integer from text", INT64, "\" -7 \"", -7L),
                tolerated("integer from an exponent", INT64, "1e3", 1000L),
                tolerated("integer from an exponent in text", INT64, "\"1E3\"", 1000L),
                tolerated("integer from a whole decimal", INT64, "7.0", 7L),
                tolerated("integer", INT64, "null", null),
                tolerated("integer from empty text", INT64, "\" \"", null),
                tolerated("small integer", INT32, "\"2147483647\"", Integer.MAX_VALUE),
                tolerated("small integer", INT32, "null", null),
                tolerated("decimal", DECIMAL, "1.50", new BigDecimal("1.50")),
                tolerated("decimal from text", DECIMAL, "\"1.50\"", new BigDecimal("1.50")),
                tolerated(
                        "decimal of any size",
                        DECIMAL,
                        "18446744073709551616.5",
                        new BigDecimal("18446744073709551616.5")),
                tolerated("decimal", DECIMAL, "null", null),
                tolerated("decimal from empty text", DECIMAL, "\"\"", null),
                tolerated("floating-point number", FLOAT64, "0.5", 0.5),
                tolerated("floating-point number from text", FLOAT64, "\"5e-1\"", 0.5),
                tolerated("floating-point number", FLOAT64, "null", null),
                tolerated("truth value", BOOL, "true", true),
                tolerated("truth value", BOOL, "false", false),
                tolerated("truth value from text", BOOL, "\" TRUE \"", true),
                tolerated("truth value from text", BOOL, "\"False\"", false),
                tolerated("truth value from a number", BOOL, "1", true),
                tolerated("truth value from a number", BOOL, "0", false),
                tolerated("truth value from a number in text", BOOL, "\"1\"", true),
                tolerated("truth value from Y", BOOL, "\"Y\"", true),
                tolerated("truth value from N in lower case", BOOL, "\" n\"", false),
                tolerated("truth value", BOOL, "null", null),
                tolerated("truth value from empty text", BOOL, "\"\"", null),
                tolerated("milliseconds", MILLIS, "1767323045000", moment),
                tolerated("milliseconds from text", MILLIS, "\"1767323045000\"", moment),
                tolerated("milliseconds", MILLIS, "null", null),
                tolerated("seconds", SECONDS, "1767323045", moment),
                tolerated("seconds", SECONDS, "\"\"", null),
                tolerated("moment", MOMENT, "\"2026-01-02T03:04:05Z\"", moment),
                tolerated("moment with an offset", MOMENT, "\" 2026-01-02T11:04:05.000+08:00\"", moment),
                tolerated("moment of RFC 1123", MOMENT, "\"Fri, 2 Jan 2026 11:04:05 +0800\"", moment),
                tolerated("moment", MOMENT, "null", null),
                tolerated("moment from empty text", MOMENT, "\" \"", null),
                tolerated("date", DATE, "\"20260102\"", LocalDate.of(2026, 1, 2)),
                tolerated("date from a number", DATE, "20260102", LocalDate.of(2026, 1, 2)),
                tolerated("date with hyphens", DATE, "\" 2026-01-02 \"", LocalDate.of(2026, 1, 2)),
                tolerated("date", DATE, "null", null),
                tolerated("date from empty text", DATE, "\"\"", null),
                tolerated("texts", TEXTS, "[\"a\",1,true,null,{\"b\":[]}]", List.of("a", "1", "true", "{\"b\":[]}")),
                tolerated("texts from text", TEXTS, "\"a\"", List.of("a")),
                tolerated("texts from JSON in text", TEXTS, "\" [\\\"a\\\",\\\"b\\\"]\"", List.of("a", "b")),
                tolerated("texts", TEXTS, "null", List.of()),
                tolerated("texts from empty text", TEXTS, "\"\"", List.of()),
                tolerated("integers", INT64S, "[1,\"2\",null,3e0]", List.of(1L, 2L, 3L)),
                tolerated("integers from JSON in text", INT64S, "\"[1,2]\"", List.of(1L, 2L)),
                tolerated("integers", INT64S, "null", List.of()),
                tolerated(
                        "map of texts",
                        TEXT_MAP,
                        "{\"a\":\"x\",\"b\":1,\"c\":null,\"d\":{}}",
                        Map.of("a", "x", "b", "1", "d", "{}")),
                tolerated("map of texts from JSON in text", TEXT_MAP, "\"{\\\"a\\\":\\\"x\\\"}\"", Map.of("a", "x")),
                tolerated("map of texts", TEXT_MAP, "null", Map.of()),
                tolerated("map of texts from empty text", TEXT_MAP, "\"\"", Map.of()),
                tolerated("map of texts from a note", TEXT_MAP, "\"None\"", Map.of()),
                tolerated("anything", ANY, "\"a\"", "a"),
                tolerated("anything", ANY, "1", 1L),
                tolerated("anything", ANY, "18446744073709551616", new BigDecimal("18446744073709551616")),
                tolerated("anything", ANY, "1.50", new BigDecimal("1.50")),
                tolerated("anything", ANY, "false", false),
                tolerated("anything", ANY, "null", null),
                tolerated("anything", ANY, "[1,[null]]", Arrays.asList(1L, Arrays.asList((Object) null))),
                tolerated(
                        "map of anything", ANY_MAP, "{\"a\":{\"b\":[true]}}", Map.of("a", Map.of("b", List.of(true)))),
                tolerated("map of anything from JSON in text", ANY_MAP, "\"{\\\"a\\\":1}\"", Map.of("a", 1L)),
                tolerated("map of anything", ANY_MAP, "null", Map.of()),
                tolerated("list of anything", ANY_LIST, "[1,\"a\"]", List.of(1L, "a")),
                tolerated("list of anything", ANY_LIST, "null", List.of()));
    }

    private static Arguments tolerated(
            String what, Function<JsonReader, @Nullable Object> reader, String json, @Nullable Object value) {
        return Arguments.of(what, json, reader, value);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("tolerated")
    void whatTheServiceIsKnownToDoIsForgiven(
            String what, String json, Function<JsonReader, @Nullable Object> reader, @Nullable Object value) {
        var in = in("{\"v\":" + json + ",\"after\":1}");

        assertThat(in.nextField()).isEqualTo("v");
        assertThat(reader.apply(in)).isEqualTo(value);
        assertThat(in.nextField()).isEqualTo("after");
        assertThat(in.longValue()).isEqualTo(1);
        assertThat(in.nextField()).isNull();
    }

    static Stream<Arguments> odd() {
        return Stream.of(
                odd(INT64, "\"secret1\"", null, "expected a number at /v, found text"),
                odd(INT64, "true", null, "expected a number at /v, found true or false"),
                odd(INT64, "{}", null, "expected a number at /v, found an object"),
                odd(INT64, "[[1],2]", null, "expected a number at /v, found a list"),
                odd(INT64, "1.5", null, "expected a whole number of 64 bits at /v, found a number"),
                odd(INT64, "18446744073709551616", null, "expected a whole number of 64 bits at /v, found a number"),
                odd(INT64, "-9223372036854775809", null, "expected a whole number of 64 bits at /v, found a number"),
                odd(INT64, "1e999999999", null, "expected a number of 64 bits at /v, found a number"),
                odd(INT64, "\"1e999999999\"", null, "expected a number of 64 bits at /v, found text"),
                odd(INT64, "\"9223372036854775808\"", null, "expected a whole number of 64 bits at /v, found text"),
                odd(INT64, "1e-999999999", null, "expected a whole number of 64 bits at /v, found a number"),
                odd(INT64, "1e99999999999", null, "expected a number at /v, found a number"),
                odd(INT32, "2147483648", null, "expected a whole number of 32 bits at /v, found a number"),
                odd(INT32, "{\"a\":[]}", null, "expected a number at /v, found an object"),
                odd(DECIMAL, "\"1,5\"", null, "expected a number at /v, found text"),
                odd(DECIMAL, "\"1e99999999999\"", null, "expected a number at /v, found text"),
                odd(DECIMAL, "\"" + "7".repeat(1001) + "\"", null, "expected a number at /v, found text"),
                odd(BOOL, "\"yes\"", null, "expected true or false at /v, found text"),
                odd(BOOL, "2", null, "expected true or false at /v, found a number"),
                odd(BOOL, "[{\"a\":1}]", null, "expected true or false at /v, found a list"),
                odd(SECONDS, "9223372036854775807", null, "expected seconds since 1970 at /v, found a number"),
                odd(MOMENT, "\"2026-01-02 03:04:05\"", null, "expected a time with its offset at /v, found text"),
                odd(MOMENT, "\"2026-01-02T03:04:05\"", null, "expected a time with its offset at /v, found text"),
                odd(
                        MOMENT,
                        "\"Thu, 2 Jan 2026 11:04:05 +0800\"",
                        null,
                        "expected a time with its offset at /v, found text"),
                odd(MOMENT, "1767323045", null, "expected a time with its offset at /v, found a number"),
                odd(MOMENT, "true", null, "expected a time with its offset at /v, found true or false"),
                odd(MOMENT, "{\"a\":[1]}", null, "expected a time with its offset at /v, found an object"),
                odd(DATE, "\"20260230\"", null, "expected a date at /v, found text"),
                odd(DATE, "\"2026-01-02 03:04:05\"", null, "expected a date at /v, found text"),
                odd(DATE, "2026", null, "expected a date at /v, found a number"),
                odd(DATE, "2026010.2", null, "expected a date at /v, found a number"),
                odd(DATE, "[[\"20260102\"]]", null, "expected a date at /v, found a list"),
                odd(MILLIS, "[1]", null, "expected a number at /v, found a list"),
                odd(TEXTS, "7", List.of(), "expected a list at /v, found a number"),
                odd(TEXTS, "{\"a\":1}", List.of(), "expected a list at /v, found an object"),
                odd(INT64S, "\"secret\"", List.of(), "expected a list at /v, found text"),
                odd(INT64S, "\"[1,\"", List.of(), "expected a list at /v, found text"),
                odd(INT64S, "[1,\"secret\",[2],3]", List.of(1L, 3L), "expected a number at /v/1, found text"),
                odd(TEXT_MAP, "[{\"a\":1}]", Map.of(), "expected an object at /v, found a list"),
                odd(TEXT_MAP, "\"secret\"", Map.of(), "expected an object at /v, found text"),
                odd(ANY_MAP, "\"{\\\"a\\\":secret}\"", Map.of(), "expected an object at /v, found text"),
                odd(ANY_MAP, "[]", Map.of(), "expected an object at /v, found a list"),
                odd(ANY_LIST, "{}", List.of(), "expected a list at /v, found an object"),
                odd(ANY, "1e99999999999", null, "expected a number at /v, found a number"));
    }

    private static Arguments odd(
            Function<JsonReader, @Nullable Object> reader, String json, @Nullable Object absent, String message) {
        return Arguments.of(json, reader, absent, message);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("odd")
    void otherShapesAreAbsentAndEverythingAfterThemIsRead(
            String json, Function<JsonReader, @Nullable Object> reader, @Nullable Object absent, String message) {
        JsonReader in = in("{\"v\":" + json + ",\"Code\":\"OK\",\"after\":1}");

        in.nextField();
        assertThat(reader.apply(in)).isEqualTo(absent);
        assertThat(in.nextField()).isEqualTo("Code");
        assertThat(in.envelope("Code")).isTrue();
        assertThat(in.nextField()).isEqualTo("after");
        assertThat(in.longValue()).isEqualTo(1);
        assertThat(in.nextField()).isNull();
        assertThat(in.verdict()).isEqualTo(Verdict.SUCCESS);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("odd")
    void otherShapesOfStrictFieldsAreNamedByPlaceAndWithoutTheirValue(
            String json, Function<JsonReader, @Nullable Object> reader, @Nullable Object absent, String message) {
        JsonReader in = in("{\"v\":" + json + "}", "v");
        in.nextField();

        assertThatThrownBy(() -> reader.apply(in))
                .isInstanceOf(MalformedJson.class)
                .hasMessage(message)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", "[]"})
    void strictTextMustNotBeAStructure(String json) {
        JsonReader in = in("{\"o\":{\"v\":" + json + "}}", "o", "o.v");
        in.nextField();
        in.startObject();
        in.nextField();

        assertThatThrownBy(in::string)
                .isInstanceOf(MalformedJson.class)
                .hasMessageStartingWith("expected text at /o/v");
    }

    @Test
    void strictFieldsAreFoundInsideTextAndInLists() {
        String inner = quoted("{\"list\":[{\"n\":1},\"secret\"]}");
        JsonReader in = in("{\"n\":\"x\",\"Data\":" + inner + "}", "Data", "Data.list");
        in.nextField();
        assertThat(in.longValue()).isNull(); // of the same name as one inside, but not strict
        in.nextField();
        in.startObject();
        in.nextField();
        in.startArray();
        in.nextItem();
        assertThat(in.plainMap()).isEqualTo(Map.of("n", 1L));
        in.nextItem();

        assertThatThrownBy(in::startObject)
                .isInstanceOf(MalformedJson.class)
                .hasMessage("expected an object at /Data/list/1, found text");
    }

    @Test
    void strictTextsAreNoListThatIsCut() {
        JsonReader in = in("{\"v\":\"[\\\"secret\\\",\"}", "v");
        in.nextField();

        assertThatThrownBy(in::strings)
                .isInstanceOf(MalformedJson.class)
                .hasMessage("expected a list at /v, found text");
    }

    @Test
    void strictFieldsMayBeAbsent() {
        for (String nothing : List.of("null", "\"\"", "\" \"")) {
            JsonReader in = in("{\"v\":" + nothing + "}", "v");
            in.nextField();

            assertThat(in.startArray()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "\"text\"", "7", "null", "<html>", "\uFEFF"})
    void replyThatIsNotAnObjectIsRefused(String json) {
        assertThatThrownBy(() -> in(json)).isInstanceOf(MalformedJson.class).hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"v\":\"secret",
                "{\"v\":[1",
                "{\"v\":{\"a\":",
                "{\"v\"",
                "{",
                "{\"v\":secret}",
                "{\"v\":1,}",
                "{\"v\" 1}"
            })
    void cutOrBrokenReplyIsRefusedWithoutItsContent(String json) {
        assertThatThrownBy(() -> readAll(in(json)))
                .isInstanceOf(MalformedJson.class)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void placeOfBrokenJsonIsNamed() {
        assertThatThrownBy(() -> readAll(in("{\"v\":1,\n\"w\":secret}")))
                .hasMessageMatching("the reply is not valid JSON at line 2, column \\d+");
    }

    @Test
    void nestingHasAnEnd() {
        assertThatThrownBy(() -> readAll(in("{\"v\":" + "[".repeat(100_000)))).isInstanceOf(MalformedJson.class);
    }

    @Test
    void objectsAndListsAreEntered() {
        JsonReader in = in("{\"o\":{\"l\":[{\"n\":1},{\"n\":2}]},\"x\":3}");
        List<Long> numbers = new ArrayList<>();

        assertThat(in.nextField()).isEqualTo("o");
        assertThat(in.startObject()).isTrue();
        assertThat(in.nextField()).isEqualTo("l");
        assertThat(in.startArray()).isTrue();
        while (in.nextItem()) {
            assertThat(in.startObject()).isTrue();
            in.nextField();
            numbers.add(in.longValue());
            assertThat(in.nextField()).isNull();
        }
        assertThat(in.nextField()).isNull();
        assertThat(in.nextField()).isEqualTo("x");

        assertThat(numbers).containsExactly(1L, 2L);
    }

    @Test
    void jsonInsideTextIsEnteredAndLeft() {
        String inner = quoted("{\"Code\":\"inner\",\"list\":" + quoted("[{\"n\":1}]") + ",\"m\":2}");
        JsonReader in = in("{\"v\":" + inner + ",\"Code\":\"OK\"}");

        in.nextField();
        assertThat(in.startObject()).isTrue();
        assertThat(in.nextField()).isEqualTo("Code");
        assertThat(in.envelope("Code")).isFalse(); // that of the whole answer is meant, not this one
        in.skip();
        in.nextField();
        assertThat(in.plainList()).isEqualTo(List.of(Map.of("n", 1L)));
        assertThat(in.nextField()).isEqualTo("m");
        assertThat(in.longValue()).isEqualTo(2);
        assertThat(in.nextField()).isNull();
        assertThat(in.nextField()).isEqualTo("Code");
        assertThat(in.envelope("Code")).isTrue();
        assertThat(in.nextField()).isNull();
        assertThat(in.verdict()).isEqualTo(Verdict.SUCCESS);
    }

    @Test
    void textInsideTextIsEnteredFourTimesAtTheMost() {
        String json = "{}";
        for (int i = 0; i < 6; i++) {
            json = "{\"v\":" + quoted(json) + "}";
        }
        JsonReader in = in(json);

        for (int i = 0; i < 4; i++) {
            in.nextField();
            assertThat(in.startObject()).isTrue();
        }
        in.nextField();
        assertThat(in.startObject()).isFalse();
    }

    @Test
    void unknownFieldsArePassedOver() {
        JsonReader in = in("{\"new\":{\"a\":[1,{\"b\":\"}\"}]},\"other\":\"x\",\"v\":1}");
        in.nextField();
        in.skip();
        in.nextField();
        in.skip();

        assertThat(in.nextField()).isEqualTo("v");
        assertThat(in.longValue()).isEqualTo(1);
    }

    @Test
    void controlCharactersInTextAreAccepted() {
        JsonReader in = in("{\"v\":\"a\nb\tc\"}");
        in.nextField();

        assertThat(in.string()).isEqualTo("a\nb\tc");
    }

    static Stream<Arguments> verdicts() {
        return Stream.of(
                verdict("{\"Code\":\"OK\"}", Verdict.SUCCESS),
                verdict("{\"Code\":\"ok\"}", Verdict.SUCCESS),
                verdict("{\"Code\":\" OK\\n\"}", Verdict.SUCCESS),
                verdict("{\"code\":\"OK\"}", Verdict.SUCCESS),
                verdict("{\"Code\":\"200\"}", Verdict.SUCCESS),
                verdict("{\"Code\":200}", Verdict.SUCCESS),
                verdict("{\"Code\":\"OK\",\"Success\":true}", Verdict.SUCCESS),
                verdict("{\"Code\":\"OK\",\"Success\":null}", Verdict.SUCCESS),
                verdict("{\"Code\":\"OK\",\"Success\":\"\"}", Verdict.SUCCESS),
                verdict("{\"Success\":true}", Verdict.SUCCESS),
                verdict("{\"Success\":\"true\"}", Verdict.SUCCESS),
                verdict("{\"Code\":\"\",\"Success\":\"True\"}", Verdict.SUCCESS),
                verdict("{\"Code\":\"OK\",\"Success\":false}", Verdict.FAILURE),
                verdict("{\"Success\":\"false\",\"Code\":\"OK\"}", Verdict.FAILURE),
                verdict("{\"Code\":\"isv.X\"}", Verdict.FAILURE),
                verdict("{\"Code\":\"isv.X\",\"Success\":true}", Verdict.FAILURE),
                verdict("{\"Code\":\"OKAY\"}", Verdict.FAILURE),
                verdict("{\"Code\":\"2000\"}", Verdict.FAILURE),
                verdict("{\"Success\":false}", Verdict.FAILURE),
                verdict("{}", Verdict.NOTHING),
                verdict("{\"Code\":null}", Verdict.NOTHING),
                verdict("{\"Code\":\" \"}", Verdict.NOTHING),
                verdict("{\"ResponseCode\":\"OK\"}", Verdict.NOTHING));
    }

    private static Arguments verdict(String json, Verdict verdict) {
        return Arguments.of(json, verdict);
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void envelopeSaysWhetherTheCallSucceeded(String json, Verdict verdict) {
        assertThat(read(json, SuccessRule.CODE).envelope().verdict()).isEqualTo(verdict);
    }

    @Test
    void internationalEnvelopeSaysSoInItsOwnField() {
        assertThat(read("{\"ResponseCode\":\"OK\"}", RESPONSE_CODE).envelope().verdict())
                .isEqualTo(Verdict.SUCCESS);
        assertThat(read("{\"ResponseCode\":\"X\"}", RESPONSE_CODE).envelope().verdict())
                .isEqualTo(Verdict.FAILURE);
        assertThat(read("{\"Code\":\"OK\"}", RESPONSE_CODE).envelope().verdict())
                .isEqualTo(Verdict.NOTHING);
    }

    @Test
    void onlyTheStatusDecidesWhereTheRuleSaysSo() {
        assertThat(read("{}", SuccessRule.HTTP_STATUS).envelope().verdict()).isEqualTo(Verdict.SUCCESS);
        assertThat(read("{\"Success\":false}", SuccessRule.HTTP_STATUS)
                        .envelope()
                        .verdict())
                .isEqualTo(Verdict.FAILURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Code\":\"OK\",\"Message\":\"fine\",\"RequestId\":\"r1\"}",
                "{\"code\":\"OK\",\"message\":\"fine\",\"requestId\":\"r1\"}",
                "{\"requestid\":\"r1\\r\\n\",\"AccessDeniedDetail\":\"None\",\"Message\":\"fine\",\"Code\":\"OK\"}",
                "{\"AccessDeniedDetail\":{\"AuthAction\":\"x\",\"l\":[1]},\"Message\":\"fine\",\"RequestId\":\"r1 \",\"Code\":\"OK\"}"
            })
    void envelopeIsHandedToTheResponseInEverySpelling(String json) {
        var builder = new ProbeResponse.Builder();
        read(json, SuccessRule.CODE).finish(builder);
        ProbeResponse response = builder.build();

        assertThat(response.requestId()).isEqualTo("r1");
        assertThat(response.serviceCode()).isEqualTo("OK");
        assertThat(response.serviceMessage()).isEqualTo("fine");
        assertThat(response.httpStatus()).isEqualTo(200);
        assertThat(response.attempts()).isEqualTo(2);
        assertThat(response.rawJson()).isEqualTo(json);
    }

    @Test
    void otherFieldsAreNotOfTheEnvelope() {
        JsonReader in = in("{\"Data\":1}");
        in.nextField();

        assertThat(in.envelope("Data")).isFalse();
        assertThat(in.longValue()).isEqualTo(1);
    }

    @Test
    void everyTypeIsReadFromOneReply() {
        ProbeResponse response = ProbeOperation.INSTANCE.read(in(ProbeOperation.EXAMPLE));

        assertThat(response.fields)
                .containsExactly(
                        "te\u00fct \"q\"",
                        9_007_199_254_740_993L,
                        7,
                        new BigDecimal("1.50"),
                        0.5,
                        true,
                        Instant.ofEpochMilli(1_767_323_045_000L),
                        Instant.ofEpochSecond(1_767_323_045),
                        Instant.ofEpochSecond(1_767_323_045),
                        LocalDate.of(2026, 1, 2),
                        List.of("a", "1"),
                        List.of(1L, 2L),
                        Map.of("a", "{\"b\":1}"),
                        Map.of("a", Arrays.asList(1L, Collections.singletonMap("b", null))),
                        List.of(true, new BigDecimal("1e3"), "x"),
                        4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [1e99999999999]                        | [null]
            {"a":1e99999999999}                    | {a=null}
            {"a":[1.0e-99999999999, 7]}            | {a=[null, 7]}
            """)
    void numberBeyondAllBoundsIsAbsentWhereAnythingIsWanted(String json, String read) {
        JsonReader in = in("{\"v\":" + json + "}");
        in.nextField();

        assertThat(in.plainValue()).hasToString(read);
    }

    @Test
    void numbersKeepTheirDigitsInsideStructuresReadAsText() {
        String json = "{\"price\":12345678901234567.89,\"unit\":0.10,\"large\":-1E+99999999999,\"😀\":[1e3,{}]}";
        JsonReader in = in("{\"v\":" + json + "}");
        in.nextField();

        assertThat(in.string()).isEqualTo(json);
    }

    @Test
    void textThatOnlyBeginsLikeAListIsOneText() {
        JsonReader in = in("{\"v\":\"[Acme] your code\"}");
        in.nextField();

        assertThat(in.strings()).containsExactly("[Acme] your code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1\""})
    void successMayBeANumberLikeAnyTruthValue(String one) {
        assertThat(read("{\"Code\":\"OK\",\"Success\":" + one + "}", SuccessRule.CODE)
                        .envelope()
                        .verdict())
                .isEqualTo(Verdict.SUCCESS);
    }

    @Test
    void onlyMalformedJsonComesOfMutatedReplies() {
        byte[] valid = ProbeOperation.EXAMPLE.getBytes(UTF_8);
        assertThat(ProbeOperation.INSTANCE.read(new JsonReader(reply(valid), ProbeOperation.INSTANCE, 1)).fields)
                .hasSize(16);
        var random = new Random(20261121);
        for (int i = 0; i < 50_000; i++) {
            byte[] mutated = mutated(valid, random);
            try {
                ProbeOperation.INSTANCE.read(new JsonReader(reply(mutated), ProbeOperation.INSTANCE, 1));
            } catch (MalformedJson e) {
                assertThat(e).hasNoCause();
            } catch (RuntimeException e) {
                throw new AssertionError(new String(mutated, ISO_8859_1), e);
            }
        }
    }

    /** Swaps values, cuts, repeats and overwrites, once or a few times. */
    private static byte[] mutated(byte[] valid, Random random) {
        byte[] bytes = valid.clone();
        for (int times = 1 + random.nextInt(4); times > 0 && bytes.length > 0; times--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at);
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes[at] = (byte) "{}[]\":,0123456789eE+-.\\ntf".charAt(random.nextInt(26));
                case 3 -> bytes = spliced(bytes, at, at, bytes, random.nextInt(bytes.length));
                default -> {
                    String[] values = {
                        "null", "1e999999999", "\"1e999999999\"", "-0.0", "[[]]", "{}", "\"[1\"", "\"{}\""
                    };
                    byte[] value = values[random.nextInt(values.length)].getBytes(UTF_8);
                    int colon = Math.max(0, new String(bytes, ISO_8859_1).indexOf(':', at));
                    bytes = spliced(bytes, colon + 1, Math.min(bytes.length, colon + 1 + random.nextInt(3)), value, 0);
                }
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] source, int sourceFrom) {
        int begin = Math.min(from, bytes.length);
        int end = Math.max(begin, Math.min(to, bytes.length));
        String text = new String(bytes, ISO_8859_1);
        String inserted = new String(source, ISO_8859_1).substring(sourceFrom);
        return (text.substring(0, begin) + inserted + text.substring(end)).getBytes(ISO_8859_1);
    }

    private static void readAll(JsonReader in) {
        while (in.nextField() != null) {
            in.plainValue();
        }
    }

    private static JsonReader read(String json, SuccessRule rule) {
        var in = new JsonReader(reply(json.getBytes(UTF_8)), new ProbeOperation(rule), 2);
        for (String name; (name = in.nextField()) != null; ) {
            if (!in.envelope(name)) {
                in.skip();
            }
        }
        return in;
    }

    private static JsonReader in(String json, String... strictFields) {
        return new JsonReader(reply(json.getBytes(UTF_8)), new ProbeOperation(SuccessRule.CODE, strictFields), 1);
    }

    private static HttpResponse reply(byte[] json) {
        return new HttpResponse(200, List.of(), json);
    }

    /** A JSON text as a JSON string. */
    private static String quoted(String json) {
        return "\"" + json.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
