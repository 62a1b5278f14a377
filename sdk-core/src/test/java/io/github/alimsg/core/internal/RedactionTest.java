package io.github.alimsg.core.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
