package io.github.alimsg.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.PhoneNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneFormTest {
    /** The form of a product that wants numbers of its own country without the country code. */
    private static final PhoneForm NATIONAL =
            PhoneForm.of(digits -> digits.length() == 13 && digits.startsWith("861") ? digits.substring(2) : digits);

    static List<PhoneForm> forms() {
        return List.of(PhoneForm.DIGITS, PhoneForm.DIGITS_OR_ID, NATIONAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // text                  | digits        | digits or id       | national
                "+62 812-3456-7890       | 6281234567890 | 6281234567890      | 6281234567890",
                "62 812 3456 7890        | 6281234567890 | 6281234567890      | 6281234567890",
                "(62) 81234567890        | 6281234567890 | 6281234567890      | 6281234567890",
                "+44 (0)20 7946 0018     | 442079460018  | 442079460018       | 442079460018",
                "62-812-3456-7890        | 6281234567890 | 62-812-3456-7890   | 6281234567890",
                "006281234567890         | 6281234567890 | 006281234567890    | 6281234567890",
                "+62 812                 | 62812         | 62812              | 62812",
                "+86 139 0000 1234       | 8613900001234 | 8613900001234      | 13900001234",
                "0086 139 0000 1234      | 8613900001234 | 8613900001234      | 13900001234",
                "139 0000 1234           | 13900001234   | 13900001234        | 13900001234",
                "8613900001234           | 8613900001234 | 8613900001234      | 8613900001234",
            })
    void plusAndSeparatorsOfANumberAreRemoved(String text, String digits, String digitsOrId, String national) {
        assertThat(PhoneForm.DIGITS.of(text)).isEqualTo(digits);
        assertThat(PhoneForm.DIGITS_OR_ID.of(text)).isEqualTo(digitsOrId);
        assertThat(NATIONAL.of(text)).isEqualTo(national);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "Acme",
                "US.13491208655302741918",
                "HBgNMTIzNDU2Nzg5MBUCABIYFDNBNDM0NjQ=",
                "17841400008460056",
                "0812 3456 7890",
                "+0812 3456 7890",
                "12 34",
                "10 000 000 000 000 000",
                "+62 812 3456 7890 ext. 5",
                "62+8123456789",
                "+62812****7890"
            })
    void whatIsNotANumberIsNotTouched(String text) {
        for (PhoneForm form : forms()) {
            assertThat(form.of(text)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-100123456789", "1784-1400-0084", "178.414.000", "006281234567890", "100023/456789"})
    void anIdThatLooksLikeANumberIsNotTouched(String id) {
        assertThat(PhoneForm.DIGITS_OR_ID.of(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void writingTwiceIsWritingOnceAndNumbersAreWrittenLikeTheirTexts(PhoneForm form) {
        var random = new Random(34);
        String characters = "+0086 12345-(9).";
        for (int i = 0; i < 10_000; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(20), 0, characters.length()).forEach(c -> text.append(characters.charAt(c)));
            String written = form.of(text.toString());

            assertThat(form.of(written)).as(text.toString()).isEqualTo(written);
        }
        PhoneNumber number = PhoneNumber.of("+86 139 0000 1234");
        assertThat(form.of(number)).isEqualTo(form.of("+86 139 0000 1234"));
    }

    @Test
    void severalAreWrittenOneByOne() {
        assertThat(NATIONAL.joined("+86 139 0000 1234 ,852 0000 12345,x")).isEqualTo("13900001234,852000012345,x");
        assertThat(NATIONAL.joined(",")).isEqualTo(",");
        assertThat(NATIONAL.joined("n", List.of("+86 139 0000 1234", "x"))).isEqualTo("13900001234,x");
        assertThat(PhoneForm.DIGITS.list("n", List.of("+86 139 0000 1234", "x")))
                .containsExactly("8613900001234", "x");
        assertThat(NATIONAL.joined("n", List.of())).isNull();
        assertThatThrownBy(() -> PhoneForm.DIGITS.list("to", Arrays.asList("x", null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("to must not hold null");
    }
}
