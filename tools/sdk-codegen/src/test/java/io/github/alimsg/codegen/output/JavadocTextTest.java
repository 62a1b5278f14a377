package io.github.alimsg.codegen.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our words become javadoc that says the same and breaks nothing. */
class JavadocTextTest {
    private final JavadocText javadoc = new JavadocText(operation -> "{@link " + operation + "Request}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Such as `ap-1`. | Such as {@code ap-1}.",
                "Use [SendSms]. | Use {@link SendSmsRequest}.",
                "A rate in [0, 1]. | A rate in [0, 1].",
                "Not `[SendSms]`. | Not {@code [SendSms]}.",
                "a < b & c > d | a &lt; b &amp; c &gt; d",
                "ends */ here | ends *&#47; here",
                "`a */ b` | <code>a *&#47; b</code>",
                "`{x` | <code>{x</code>",
                "\\u0041 | &#92;u0041",
                "`\\u0041` | <code>&#92;u0041</code>",
                "@param x | &#64;param x",
            })
    void docs(String docs, String text) {
        assertThat(javadoc.of(docs)).isEqualTo(text);
    }

    @Test
    void longTextsAreBrokenButNeverInsideATag() {
        String tag = "{@code " + "x ".repeat(60).strip() + "}";

        String text = javadoc.of("word ".repeat(30) + "`" + "x ".repeat(60).strip() + "` end");

        assertThat(text.lines()).contains(tag).allMatch(line -> line.length() <= 130);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sends one. Costs money. | Sends one.",
                "Sends one, e.g. a bill. Costs. | Sends one, e.g. a bill.",
                "Sends `a. B` to X. Then. | Sends `a. B` to X.",
                "Sends one | Sends one",
                "Sends. [Get] it. | Sends.",
            })
    void firstSentences(String docs, String sentence) {
        assertThat(JavadocText.sentence(docs)).isEqualTo(sentence);
    }
}
