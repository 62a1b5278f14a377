package io.github.alimsg.core.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.internal.encoding.HiddenText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactedTextTest {
    @Test
    void hidesWhatAPlainSearchFinds() {
        for (String text : words(8)) {
            for (String value : words(5)) {
                var redacted = new RedactedText(text, false);

                redacted.hide(value);

                assertThat(redacted.toString()).as("%s in %s", value, text).isEqualTo(plainlyHidden(value, text));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"no, true", "a no, true", "no a, true", "x-no-x, true", "ano, false", "noa, false", "a no1, false"})
    void aWordEndsWhereNoLetterOrDigitFollows(String text, boolean hidden) {
        var redacted = new RedactedText(text, false);

        redacted.hideWord("no");

        assertThat(redacted.isRedacted()).isEqualTo(hidden);
    }

    /** All words of two letters up to a length. */
    private static List<String> words(int longest) {
        List<String> words = new ArrayList<>(List.of("a", "b"));
        for (int i = 0; words.get(i).length() < longest; i++) {
            words.add(words.get(i) + "a");
            words.add(words.get(i) + "b");
        }
        return words;
    }

    private static String plainlyHidden(String value, String text) {
        var hidden = new BitSet();
        for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
            hidden.set(at, at + value.length());
        }
        var shown = new StringBuilder(text);
        for (int end; (end = hidden.length()) > 0; ) {
            int begin = hidden.previousClearBit(end - 1) + 1;
            shown.replace(begin, end, HiddenText.of(text.substring(begin, end)));
            hidden.clear(begin, end);
        }
        return shown.toString();
    }
}
