package io.github.alimsg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.random.RandomGenerator;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    private static final String[] SEPARATORS = {
        " ", "-", ".", "/", "\u00a0", "\u2009", "\u2011", "\u2013", "\u2212", "\uff0d", "\u202d", "\u202c", "\u200e",
        "\t"
    };
    private static final String[] ZEROS = {"0", "\uff10", "\u0660", "\ud835\udfce"};

    @ParameterizedTest
    @CsvSource({
        "+62 812-3456-7890, 6281234567890",
        "0086 139 0000 1234, 8613900001234",
        "+44 (0)20 7946 0018, 442079460018",
        "+44(0) 20 7946 0018, 442079460018",
        "+49 ( 0 ) 30.123456, 4930123456",
        "(+62) 812 3456 7890, 6281234567890",
        "0044 (0) 20 7946 0018, 442079460018",
        "+1 (310) 555-1234, 13105551234",
        "+86（139）00001234, 8613900001234",
        "＋８６ １３９ ００００ １２３４, 8613900001234",
        "852000012345, 852000012345",
        "13900001234, 13900001234",
        "+683 4000, 6834000",
    })
    void whatPeopleWriteBecomesDigits(String written, String digits) {
        assertThat(PhoneNumber.of(written).digits()).isEqualTo(digits);
    }

    @RepeatedTest(50)
    void separatorsAndScriptsChangeNothing(RepetitionInfo repetition) {
        RandomGenerator random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 100; i++) {
            String digits = digits(random, 7 + random.nextInt(9));
            var written = new StringBuilder(random.nextBoolean() ? "+" : random.nextBoolean() ? "00" : "");
            for (char digit : digits.toCharArray()) {
                int zero = ZEROS[random.nextInt(ZEROS.length)].codePointAt(0);
                written.append(random.nextInt(3) == 0 ? SEPARATORS[random.nextInt(SEPARATORS.length)] : "")
                        .appendCodePoint(random.nextInt(10) == 0 ? zero + digit - '0' : digit);
            }

            PhoneNumber number = PhoneNumber.of(written.toString());

            assertThat(number.digits()).isEqualTo(digits);
            assertThat(number)
                    .isEqualTo(PhoneNumber.of(number.digits()))
                    .hasSameHashCodeAs(PhoneNumber.of(number.digits()));
            assertThat(PhoneNumber.of("+" + number.digits())).isEqualTo(number);
        }
    }

    @RepeatedTest(50)
    void anyTextIsANumberOrRefusedWithoutBeingQuoted(RepetitionInfo repetition) {
        RandomGenerator random = new Random(repetition.getCurrentRepetition());
        String alphabet = "0123456789012345678901234567890123456789+()-. xX\u202d\uff11\ud835";
        for (int i = 0; i < 200; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                assertThat(PhoneNumber.of(text.toString()).digits()).matches("[1-9][0-9]{6,14}");
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageMatching(".*phone number.*").hasMessageNotContaining("null");
                if (text.length() > 4) {
                    assertThat(e).hasMessageNotContaining(text.toString());
                }
            }
        }
    }

    private static String digits(RandomGenerator random, int length) {
        var digits = new StringBuilder().append((char) ('1' + random.nextInt(9)));
        while (digits.length() < length) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "110", "123456", "1234567890123456", "+62 812 3456 7890 1234"})
    void tooShortAndTooLongAreRefused(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhoneNumber.of(written))
                .withMessageContaining("7 to 15 digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0812 3456 7890", "(0)20 7946 0018", "+0812 3456 7890", "0000 812 3456 78"})
    void aNumberWithoutCountryCodeIsRefused(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhoneNumber.of(written))
                .withMessageContaining("country code");
    }

    @ParameterizedTest
    @CsvSource({
        "6281234567890x12, 14",
        "tel:6281234567890, 1",
        "62+81234567890, 3",
        "'62812,62813', 6",
        "6281234*****, 8",
    })
    void otherCharactersAreRefusedByTheirPlace(String written, int place) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhoneNumber.of(written))
                .withMessageStartingWith("character " + place + " ")
                .withMessageNotContaining("628");
    }

    @Test
    void equalDigitsAreEqual() {
        EqualsVerifier.forClass(PhoneNumber.class)
                .suppress(Warning.NULL_FIELDS) // its factory refuses null
                .verify();
    }

    @Test
    void itDoesNotShowItself() {
        assertThat(PhoneNumber.of("+62 812 3456 7890")).hasToString("<13 chars>");
    }
}
