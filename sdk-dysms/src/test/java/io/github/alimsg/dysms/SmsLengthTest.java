package io.github.alimsg.dysms;

import static io.github.alimsg.dysms.SmsLength.Encoding.GSM_7;
import static io.github.alimsg.dysms.SmsLength.Encoding.UCS_2;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.dysms.SmsLength.Culprit;
import io.github.alimsg.dysms.SmsLength.Encoding;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts are measured by the vendor's rules, up to the last character of a segment. */
class SmsLengthTest {
    private static final String STANDARD = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "|^€{}[]~\\";

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "159, 1", "160, 1", "161, 2", "306, 2", "307, 3", "350, 3", "459, 3", "460, 4"})
    void aTextOfGsm7HasSegmentsOf160Or153(int characters, int segments) {
        SmsLength length = SmsLength.international("a".repeat(characters));

        assertThat(length.encoding()).isEqualTo(GSM_7);
        assertThat(length.characters()).isEqualTo(characters);
        assertThat(length.segments()).isEqualTo(segments);
        assertThat(length.culprits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "69, 1", "70, 1", "71, 2", "134, 2", "135, 3", "150, 3", "201, 3", "202, 4"})
    void anyOtherCharacterMakesTheWholeTextUcs2WithSegmentsOf70Or67(int characters, int segments) {
        for (String foreign : List.of("张", "’", "ç", "\t", "\f", "`", "я", "ก")) {
            SmsLength length = SmsLength.international("a".repeat(characters - 1) + foreign);

            assertThat(length.encoding()).isEqualTo(UCS_2);
            assertThat(length.characters()).isEqualTo(characters);
            assertThat(length.segments()).isEqualTo(segments);
            assertThat(length.culprits()).singleElement().satisfies(culprit -> {
                assertThat(culprit.character()).isEqualTo(foreign);
                assertThat(culprit.index()).isEqualTo(characters - 1);
            });
        }
    }

    @Test
    void everyStandardCharacterOfGsm7CountsOnce() {
        SmsLength all = SmsLength.international(STANDARD);

        assertThat(all.encoding()).isEqualTo(GSM_7);
        assertThat(all.characters()).isEqualTo(127);
        assertThat(all.culprits()).isEmpty();
    }

    @Test
    void everyExtensionCharacterCountsTwiceAndIsNamed() {
        for (int i = 0; i < EXTENSION.length(); i++) {
            String extension = EXTENSION.substring(i, i + 1);
            assertThat(SmsLength.international("a".repeat(158) + extension).segments())
                    .isEqualTo(1);
            SmsLength length = SmsLength.international("a".repeat(159) + extension);

            assertThat(length.encoding()).isEqualTo(GSM_7);
            assertThat(length.characters()).isEqualTo(161);
            assertThat(length.segments()).isEqualTo(2);
            assertThat(length.culprits()).containsExactly(new Culprit(extension.charAt(0), 159));
        }
    }

    @Test
    void inUcs2ExtensionCharactersCountOnceAndAreNotToBlame() {
        SmsLength length = SmsLength.international("[€] 张");

        assertThat(length.encoding()).isEqualTo(UCS_2);
        assertThat(length.characters()).isEqualTo(5);
        assertThat(length.culprits()).extracting(Culprit::character).containsExactly("张");
    }

    /** The vendor's page does not say how emoji count. */
    @Test
    void anEmojiCountsAsTheSpaceItTakes() {
        assertThat(SmsLength.international("🎉").characters()).isEqualTo(2);
        assertThat(SmsLength.international("a".repeat(68) + "🎉").segments()).isEqualTo(1);
        assertThat(SmsLength.international("a".repeat(69) + "🎉").segments()).isEqualTo(2);
        assertThat(SmsLength.international("a🎉b’").culprits())
                .containsExactly(new Culprit("🎉".codePointAt(0), 1), new Culprit('’', 4));
        assertThat(SmsLength.mainland("Acme", "a🎉b").characters()).isEqualTo(10);
        assertThat(SmsLength.mainland("Acme", "a🎉b").culprits()).containsExactly(new Culprit("🎉".codePointAt(0), 1));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "63, 1", "64, 1", "65, 2", "128, 2", "129, 3", "154, 3", "195, 3", "196, 4"})
    void inMainlandChinaTheSignatureAndItsBracketsAreCounted(int characters, int segments) {
        for (String letter : List.of("a", "张", "，", "’", "€")) {
            SmsLength length = SmsLength.mainland("Acme", letter.repeat(characters));

            assertThat(length.encoding()).isEqualTo(UCS_2);
            assertThat(length.characters()).isEqualTo(characters + 6);
            assertThat(length.segments()).isEqualTo(segments);
            assertThat(length.culprits()).isEmpty();
        }
    }

    @Test
    void aTextIsTooLongAboveTheDocumentedLimit() {
        assertThat(SmsLength.mainland("Acme", "字".repeat(494)).isTooLong()).isFalse();
        assertThat(SmsLength.mainland("Acme", "字".repeat(495)).isTooLong()).isTrue();
        assertThat(SmsLength.international("a".repeat(1500)).isTooLong()).isFalse();
        assertThat(SmsLength.international("a".repeat(1501)).isTooLong()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void segmentsHoldAllCharactersAndNoneIsSpare(long seed) {
        Random random = new Random(seed);
        String alphabet = STANDARD + EXTENSION + (seed % 2 == 0 ? "" : "张’🎉я");
        int[] letters = alphabet.codePoints().toArray();
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            for (int more = random.nextInt(500); more > 0; more--) {
                text.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            SmsLength length = SmsLength.international(text.toString());

            boolean plain = text.codePoints().allMatch(c -> (STANDARD + EXTENSION).indexOf(c) >= 0);
            long doubled = text.chars().filter(c -> EXTENSION.indexOf(c) >= 0).count();
            assertThat(length.encoding()).isEqualTo(plain ? GSM_7 : UCS_2);
            assertThat(length.characters()).isEqualTo(text.length() + (plain ? (int) doubled : 0));
            assertThat(length.characters()).isLessThanOrEqualTo(space(length.encoding(), length.segments()));
            assertThat(length.characters()).isGreaterThan(space(length.encoding(), length.segments() - 1));
            for (Culprit culprit : length.culprits()) {
                assertThat(text.indexOf(culprit.character(), culprit.index())).isEqualTo(culprit.index());
            }
        }
    }

    private static int space(Encoding encoding, int segments) {
        if (segments < 1) {
            return segments;
        }
        int only = encoding == GSM_7 ? 160 : 70;
        return segments == 1 ? only : segments * (only == 160 ? 153 : 67);
    }

    @Test
    void neitherTheTextNorANameIsShown() {
        SmsLength length = SmsLength.international("张三, your parcel’s here");

        assertThat(length).hasToString("SmsLength{UCS_2, characters=22, segments=1, culprits=3}");
        assertThat(length.culprits()).hasToString("[a letter at 0, a letter at 1, ’ (U+2019) at 15]");
    }
}
