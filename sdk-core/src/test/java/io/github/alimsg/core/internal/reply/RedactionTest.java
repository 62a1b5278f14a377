package io.github.alimsg.core.internal.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.error.AccessDenied;
import io.github.alimsg.core.internal.encoding.HiddenText;
import io.github.alimsg.core.internal.encoding.PercentEncodedPairs;
import java.net.URLEncoder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String PHONE = "+6281234567890";
    private static final String PARAMS =
            "{\"code\":\"4711\",\"name\":\"Ayu Lestari\",\"list\":[{\"city\":\"Jakarta\"}]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Specified signature does not match our calculation. server string to sign is:",
                "Specified signature is not matched, server StringToSign is [",
                "The signature does not match; the CanonicalRequest is ",
                "Wrong. STRING TO SIGN: "
            })
    void echoOfTheStringToSignIsLeftOut(String beginning) {
        String echo = "POST&%2F&" + twice("PhoneNumbers=" + PHONE + "&TemplateParam=" + PARAMS);

        String shown = redacted(beginning + echo, "PhoneNumbers", PHONE, "TemplateParam", PARAMS);

        assertThat(shown)
                .endsWith("(the string to sign is left out)")
                .doesNotContain("6281234567890", "4711", "Ayu", "Lestari", "Jakarta", "%");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            No match, server string to sign is:x    | No match
            No match. server StringToSign is [x     | No match
            No match; CanonicalRequest x            | No match
            No match canonical request x            | No match
            No, no match: string to sign x          | No, no match
            string to sign x                        | ""
            """)
    void whatComesBeforeTheStringToSignIsShown(String text, String shown) {
        assertThat(redacted(text)).startsWith(shown + " (");
    }

    @Test
    void partsOfAListAreHiddenWhereverTheyAreInIt() {
        assertThat(redacted("no Berlin, no Paris, no Rome", "Cities", ",Berlin,Paris,,Rome,"))
                .isEqualTo("no <6 chars>, no <5 chars>, no <4 chars>");
    }

    @Test
    void numbersOfTwoDigitsInsideOfTextsAreTooCommonToHide() {
        assertThat(redacted("12 of 123 calls", "Text", "room 12 on floor 123")).isEqualTo("12 of <3 chars> calls");
    }

    @Test
    void fourLettersAreHiddenInsideOfWordsAsWell() {
        assertThat(redacted("Frederic", "Name", "Fred")).isEqualTo("<4 chars>eric");
    }

    @Test
    void aCodeThatWasSentInsideOfATextIsNoErrorCode() {
        assertThat(redaction("Text", "Your code is 482913").code("482913", false))
                .isEqualTo("<6 chars>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invalid.1234567", "13800138000"})
    void codesAndIdsWithALongNumberAreHidden(String word) {
        assertThat(redaction().code(word, false)).isEqualTo(HiddenText.of(word));
        assertThat(redaction().requestId(word.replace('.', '-'))).isEqualTo(HiddenText.of(word));
    }

    @Test
    void valuesAreReplacedByTheirLength() {
        assertThat(redacted("To " + PHONE + " is no number", "To", PHONE)).isEqualTo("To <14 chars> is no number");
    }

    @Test
    void valuesAreFoundInTheirEncodedForm() {
        assertThat(redacted("bad: name=Ayu%20Lestari", "Name", "Ayu Lestari")).isEqualTo("bad: name=<13 chars>");
    }

    @Test
    void leavesOfJsonAreValuesToo() {
        assertThat(redacted("Ayu Lestari in Jakarta may not get 4711", "TemplateParam", PARAMS))
                .isEqualTo("<11 chars> in <7 chars> may not get <4 chars>");
    }

    @Test
    void leavesOfJsonInsideJsonAreValuesToo() {
        String nested = "{\"a\":\"[{\\\"b\\\":\\\"Lestari\\\"}]\"}";

        assertThat(redacted("no Lestari", "P", nested)).isEqualTo("no <7 chars>");
    }

    @Test
    void itemsOfAListAreValuesToo() {
        assertThat(redacted("number 13900000 and name Ayuu", "List", "13900000,Ayuu"))
                .isEqualTo("number <8 chars> and name <4 chars>");
    }

    @Test
    void longNumbersAreReplacedWhereverTheyComeFrom() {
        assertThat(redacted("order 123456 of 6281234567890")).isEqualTo("order 123456 of <13 chars>");
    }

    @Test
    void furtherSecretsAreReplaced() {
        assertThat(new Redaction(List.of("LTAI5tSecret"), List.of()).text("key LTAI5tSecret is inactive"))
                .isEqualTo("key <12 chars> is inactive");
    }

    @Test
    void longerValuesGoBeforeTheirParts() {
        assertThat(redacted("say Hello World", "A", "Hello", "B", "Hello World"))
                .isEqualTo("say <11 chars>");
    }

    @Test
    void lengthCountsCharactersNotTheirHalves() {
        assertThat(redacted("no 😀😀😀", "A", "😀😀😀")).isEqualTo("no <3 chars>");
    }

    @Test
    void shortValuesCountAsWholeWordsOnly() {
        assertThat(redacted("none of them is Ayu, not even Ayumi", "Name", "Ayu"))
                .isEqualTo("none of them is <3 chars>, not even Ayumi");
    }

    @Test
    void formsAreLookedThroughToo() {
        assertThat(new Redaction(List.of(), List.of(pairs("A", "x"), pairs("B", "Hello"))).text("no Hello"))
                .isEqualTo("no <5 chars>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"482913", "no 482913", "code482913 is used", "\u9a8c\u8bc1\u7801482913\uff0c", "A4B9C1"})
    void codesInsideOfTextsAreTakenOutByThemselves(String message) {
        String shown = redacted(message, "Message", "Your code is 482913, or A4B9C1");

        assertThat(shown).doesNotContain("482913", "A4B9C1").contains("<6 chars>");
    }

    @Test
    void codesInTwoGroupsAreTakenOut() {
        assertThat(redacted("482-913 and 482", "Message", "Your code is 482-913."))
                .isEqualTo("<3 chars>-<3 chars> and <3 chars>");
    }

    @Test
    void numbersThatWereNotSentStay() {
        assertThat(redacted("HTTP 400, error 482914 of 4829130", "Message", "Your code is 482913"))
                .isEqualTo("HTTP 400, error 482914 of <7 chars>");
    }

    @Test
    void echoEncodedTwiceIsFoundWithoutItsUsualWords() {
        assertThat(redacted("calculated from Ayu%2520Lestari", "Name", "Ayu Lestari"))
                .isEqualTo("calculated from <15 chars>");
    }

    @Test
    void longTextIsCutAndWhatTheCutGoesThroughIsTakenOut() {
        String message = "a ".repeat(2_045) + "Ayu Lestari" + " b".repeat(9_000_000);

        assertThat(redacted(message, "Name", "Ayu Lestari"))
                .hasSizeLessThan(4_200)
                .endsWith("a <6 chars>…");
    }

    @Test
    void cutSplitsNoCharacter() {
        assertThat(redacted("a" + "😀".repeat(5_000), "A", "x")).endsWith("😀…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\t", "\u001b", "\u0000", "\u007f", "\u0085", "\u00ad", "\u061c", "\u200b"})
    void controlCharactersAreShownAsEscapes(String control) {
        assertThat(redacted("a" + control + "b")).isEqualTo(String.format("a\\u%04xb", (int) control.charAt(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u2028", "\u2029", "\u202e", "\u2066", "\ufeff", "\ud83d", "\ude00"})
    void separatorsDirectionsAndHalvesAreShownAsEscapes(String character) {
        assertThat(redacted(character)).isEqualTo(String.format("\\u%04x", (int) character.charAt(0)));
    }

    @Test
    void allOtherCharactersAreShownAsTheyAre() {
        String message = "\u77ed\u4fe1 caf\u00e9 \ud83d\ude00 \u0645\u0631\u062d\u0628\u0627 \\ \" ~";

        assertThat(redacted(message)).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"isv.BLACK_LIST", "InvalidParameter.PhoneNumber", "Throttling.User", "100001", "a-b_c:d.e"})
    void codesAreShownAsTheyAre(String code) {
        assertThat(redaction("Type", "SMS", "Name", "BLACK").code(code, false)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6281234567890",
                "isv.6281234567890",
                "isv.482913",
                "NUMBER_4711_ILLEGAL",
                "Lestari",
                "two words",
                "isv.\u202eX",
                "X\r\nY",
                "<b>"
            })
    void whatDoesNotLookLikeACodeOrRepeatsTheRequestIsNotShown(String code) {
        Redaction redaction =
                redaction("To", "+6281234567890", "P", PARAMS, "Message", "Code 482913", "Name", "Lestari");

        assertThat(redaction.code(code, false)).isEqualTo(HiddenText.of(code));
    }

    @Test
    void documentedCodesAreShownWhateverTheRequestSent() {
        assertThat(redaction("Name", "isv.A1B2").code("isv.A1B2", true)).isEqualTo("isv.A1B2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8906582E-6722-409A-A6C4-0E7863B733A5",
                "12345678-1234-1234-1234-123456789012",
                "5C3D9175B6FC201293AD4890",
                "R",
                "req-42"
            })
    void requestIdsAreShownAsTheyAre(String id) {
        assertThat(redaction("P", PARAMS, "Code", "6722").requestId(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6281234567890",
                "id-6281234567890",
                "id-482913",
                "Ayu Lestari",
                "00000000-0000-0000-0000-006281234567",
                "a\nb",
                "a\u2028b",
                ""
            })
    void whatDoesNotLookLikeARequestIdOrRepeatsTheRequestIsNotShown(String id) {
        assertThat(redaction("To", "6281234567", "Message", "Code 482913").requestId(id))
                .isEqualTo(HiddenText.of(id));
    }

    @Test
    void aReplyWithoutARequestIdHasNone() {
        assertThat(redaction().requestId(null)).isNull();
    }

    @Test
    void everyDetailOfADenialIsRedacted() {
        var denied = new AccessDenied("cams:Send\n" + PHONE, PHONE, "of " + PHONE, PHONE + "\u202e", "AQEA" + PHONE);

        assertThat(String.valueOf(redaction("To", PHONE).denial(denied)))
                .isEqualTo("AccessDenied[action=cams:Send\\u000a<14 chars>, principalType=<14 chars>,"
                        + " policyType=of <14 chars>, noPermissionType=<14 chars>\\u202e,"
                        + " diagnosticMessage=AQEA<14 chars>]");
        assertThat(redaction().denial(null)).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void emptyMessagesStay(String message) {
        assertThat(redacted(message, "A", "Hello")).isEqualTo(message);
    }

    private static String redacted(String message, String... parameters) {
        return redaction(parameters).text(message);
    }

    private static Redaction redaction(String... parameters) {
        return new Redaction(List.of(), List.of(pairs(parameters)));
    }

    private static PercentEncodedPairs pairs(String... parameters) {
        var pairs = new PercentEncodedPairs(8);
        for (int i = 0; i < parameters.length; i += 2) {
            pairs.add(parameters[i], parameters[i + 1]);
        }
        return pairs;
    }

    private static String twice(String text) {
        return URLEncoder.encode(URLEncoder.encode(text, UTF_8), UTF_8);
    }
}
