package io.github.alimsg.core.internal.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class PercentEncodedPairsTest {
    private static final long SEED = 20261121;

    /** The same encoding by way of the JDK's form encoding. */
    public static String reference(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    AZaz09-_.~   | AZaz09-_.~
                    a b          | a%20b
                    "a+b*c"      | a%2Bb%2Ac
                    100%         | 100%25
                    k=v&x        | k%3Dv%26x
                    é            | %C3%A9
                    短信          | %E7%9F%AD%E4%BF%A1
                    😀           | %F0%9F%98%80
                    """)
    void reservedBytesAreWrittenInHex(String text, String encoded) {
        assertThat(pair("k", text).toString()).isEqualTo("k=" + encoded);
    }

    @Test
    void anyTextIsEncodedAsTheReferenceDoes() {
        var random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            String name = text(random);
            String value = text(random);
            assertThat(pair(name, value).toString()).isEqualTo(reference(name) + "=" + reference(value));
        }
    }

    @Test
    void theFirstAndLastCharactersOfEachLengthAreEncoded() {
        for (String text : List.of("\u007f", "\u0080", "\u07ff", "\u0800", "\uffff", "\ud800\udc00", "\udbff\udfff")) {
            assertThat(pair("k", text).toString()).isEqualTo("k=" + reference(text));
        }
    }

    @Test
    void pairsOfAnotherCanBeTheFirst() {
        var pairs = new PercentEncodedPairs(0);
        pairs.addAll(pair("k", "v"));

        assertThat(pairs).hasToString("k=v");
    }

    @Test
    void halfACharacterIsRefusedWhereverItIs() {
        var random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            String text = text(random);
            int at = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length()) + 1));
            char before = at == 0 ? ' ' : text.charAt(at - 1);
            char half = (char) (random.nextBoolean() ? 0xD800 + random.nextInt(0x400) : 0xDC00 + random.nextInt(0x400));
            String cut = text.substring(0, at) + half + text.substring(at);

            assertThatIllegalArgumentException()
                    .as("%x after %x", (int) half, (int) before)
                    .isThrownBy(() -> pair("k.1", cut))
                    .withMessage("k.1 holds half a character at index " + at
                            + "; cut texts between code points, not inside an emoji");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> pair("K." + cut, "v"))
                    .withMessage("K holds half a character in a name; cut texts between code points, not inside an"
                            + " emoji");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"a":"b","list":[1,{"x y":"secretH"}]} | at /list/1/*
                    {"a":"b","nameH":1}                    | in a name
                    ["😀","secretH 😀",{"a":"b"}]           | at /1
                    {"a":"b","text":"{\\"in\\":\\"H\\"}"}    | at /text
                    {"+86 139":{"a_b-C":["secretH"]}}      | at /*/a_b-C/0
                    {name} secretH                         | at index 13
                    [secretH                               | at index 7
                    """)
    void ofJsonThePlaceOfTheValueIsNamed(String json, String place) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pair("Param", json.replace("H", "\uD83D")))
                .withMessage("Param holds half a character " + place
                        + "; cut texts between code points, not inside an emoji");
    }

    @Test
    void pairsAreSortedByNameAndKeepTheirOrderWithinOne() {
        var random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            List<Map.Entry<String, String>> entries = entries(random);
            assertThat(pairs(entries).sort().toString()).isEqualTo(sortedReference(entries));
        }
    }

    @Test
    void whatWasAddedFromOthersIsSortedIn() {
        var random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            List<Map.Entry<String, String>> first = entries(random);
            List<Map.Entry<String, String>> second = entries(random);
            PercentEncodedPairs all = pairs(first);
            all.addAll(pairs(second));
            List<Map.Entry<String, String>> both = new ArrayList<>(first);
            both.addAll(second);
            assertThat(all.sort().toString()).isEqualTo(sortedReference(both));
        }
    }

    @Test
    void addingNothingChangesNothing() {
        PercentEncodedPairs pairs = pair("k", "v");

        pairs.addAll(new PercentEncodedPairs(0));

        assertThat(pairs.toString()).isEqualTo("k=v");
    }

    @Test
    void nothingHasNoPairs() {
        var none = new PercentEncodedPairs(0);

        assertThat(none.isEmpty()).isTrue();
        assertThat(none.sort().toString()).isEmpty();
        assertThat(none.toBytes()).isEmpty();
    }

    @Test
    void roomGrowsWithWhatIsAdded() {
        var pairs = new PercentEncodedPairs(0);
        var expected = new StringBuilder();
        String value = "ab短😀 ".repeat(2_000);
        for (int i = 0; i < 20; i++) {
            pairs.add("n" + i, value);
            expected.append(i == 0 ? "" : "&").append('n').append(i).append('=').append(reference(value));
        }

        assertThat(pairs.toString()).isEqualTo(expected.toString());
        assertThat(pairs.length()).isEqualTo(expected.length());
        assertThat(new String(pairs.toBytes(), UTF_8)).isEqualTo(expected.toString());
    }

    @Test
    void whatIsAddedAfterSortingIsSortedIn() {
        var pairs = new PercentEncodedPairs(8);
        pairs.add("z", "1");
        pairs.add("a", "bcdefg");
        pairs.sort();

        pairs.add("m", "2");

        assertThat(pairs.sort().toString()).isEqualTo("a=bcdefg&m=2&z=1");
    }

    private static PercentEncodedPairs pair(String name, String value) {
        var pairs = new PercentEncodedPairs(1);
        pairs.add(name, value);
        return pairs;
    }

    private static PercentEncodedPairs pairs(List<Map.Entry<String, String>> entries) {
        var pairs = new PercentEncodedPairs(1);
        entries.forEach(entry -> pairs.add(entry.getKey(), entry.getValue()));
        return pairs;
    }

    private static String sortedReference(List<Map.Entry<String, String>> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(Map.Entry::getKey)) // stable
                .map(entry -> entry.getKey() + "=" + reference(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Pairs whose names are often equal, or the beginning of one another. */
    private static List<Map.Entry<String, String>> entries(Random random) {
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            var name = new StringBuilder();
            for (int length = 1 + random.nextInt(4); length > 0; length--) {
                name.append("AZaz09-_.~".charAt(random.nextInt(10)));
            }
            entries.add(Map.entry(name.toString(), text(random)));
        }
        return entries;
    }

    /** Text of every kind of character. */
    private static String text(Random random) {
        var text = new StringBuilder();
        for (int length = random.nextInt(20); length > 0; length--) {
            switch (random.nextInt(6)) {
                case 0 -> text.append((char) random.nextInt(0x20));
                case 1 -> text.append((char) (0x20 + random.nextInt(0x60)));
                case 2 -> text.append((char) (0x80 + random.nextInt(0x780)));
                case 3 -> text.append((char) (0x800 + random.nextInt(0xd000)));
                case 4 -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
                default -> text.append("&=%+ *~/".charAt(random.nextInt(8)));
            }
        }
        return text.toString();
    }
}
