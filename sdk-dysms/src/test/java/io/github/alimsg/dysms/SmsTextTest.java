package io.github.alimsg.dysms;

import static io.github.alimsg.dysms.SmsLength.Encoding.GSM_7;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text is made plain on request, and what it says stays. */
class SmsTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Your parcel’s here|Your parcel's here",
                "“Hello” ‘you’|\"Hello\" 'you'",
                "9–5 — today|9-5 - today",
                "Wait…|Wait...",
                "A → B|A -> B",
                "2\u00a0500\u202fRp|2 500 Rp",
                "so\u00adft\u200b|soft",
                "Ça va, açaí 张三 🎉|Ça va, açaí 张三 🎉",
            })
    void charactersOfWordProcessorsBecomeTypedOnes(String text, String plain) {
        assertThat(SmsText.plain(text)).isEqualTo(plain);
        assertThat(SmsText.plain(plain)).isEqualTo(plain);
    }

    @Test
    void aReplacementIsAlwaysInGsm7AndEverythingElseStays() {
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                continue;
            }
            String text = Character.toString(character);
            String plain = SmsText.plain(text);
            if (!plain.equals(text)) {
                assertThat(SmsLength.international(text).encoding())
                        .as("U+%04X", character)
                        .isNotEqualTo(GSM_7);
                assertThat(SmsLength.international(plain).encoding())
                        .as("U+%04X", character)
                        .isEqualTo(GSM_7);
                assertThat(Character.isLetterOrDigit(character) && character != 'ʼ')
                        .as("U+%04X", character)
                        .isFalse();
            }
        }
    }

    @Test
    void aTextOfUnpairedSurrogatesStays() {
        Random random = new Random(20);
        for (int i = 0; i < 1_000; i++) {
            String text = "" + (char) (0xd800 + random.nextInt(0x800)) + (char) (0xd800 + random.nextInt(0x800));
            assertThat(SmsText.plain(text)).isEqualTo(text);
        }
    }

    @Test
    void oneQuoteLessIsOneSegmentInsteadOfThree() {
        String text = "Your parcel’s here" + "!".repeat(142);

        assertThat(SmsLength.international(text).segments()).isEqualTo(3);
        assertThat(SmsLength.international(SmsText.plain(text)).segments()).isEqualTo(1);
    }
}
