package io.github.alimsg.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormTest {
    private static final LocalDate FIRST = LocalDate.of(0, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    @Test
    void eachFormIsAsTheServiceWritesIt() {
        LocalDate day = LocalDate.of(2026, 1, 9);

        assertThat(DateForm.BASIC.write(day)).isEqualTo("20260109");
        assertThat(DateForm.EXTENDED.write(day)).isEqualTo("2026-01-09");
        assertThat(DateForm.BASIC.write(FIRST)).isEqualTo("00000101");
        assertThat(DateForm.EXTENDED.write(LAST)).isEqualTo("9999-12-31");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadInEitherForm(DateForm form) {
        var random = new Random(1128);
        for (int i = 0; i < 10_000; i++) {
            LocalDate day = LocalDate.ofEpochDay(random.nextLong(FIRST.toEpochDay(), LAST.toEpochDay() + 1));
            assertThat(DateForm.read(form.write(day))).isEqualTo(day);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDamagedIsReadAsTheJdkDoesOrNotAtAll(DateForm form) {
        var random = new Random(20261128);
        String characters = "0123456789-/: T\u0660";
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder(form.write(LocalDate.ofEpochDay(random.nextLong(20_000))));
            int place = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(place, characters.charAt(random.nextInt(characters.length())));
                case 1 -> text.deleteCharAt(place);
                default -> text.insert(place, characters.charAt(random.nextInt(characters.length())));
            }
            assertThat(DateForm.read(text.toString())).as(text.toString()).isEqualTo(byTheJdk(text.toString()));
        }
    }

    private static @Nullable LocalDate byTheJdk(String text) {
        for (String pattern : new String[] {"uuuuMMdd", "uuuu-MM-dd"}) {
            try {
                LocalDate day = LocalDate.parse(
                        text,
                        DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT));
                return text.length() == pattern.length() ? day : null; // the JDK takes years of any length
            } catch (DateTimeParseException e) {
                // perhaps the other
            }
        }
        return null;
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_000, 999_999_999})
    void aYearWithoutFourDigitsIsRefusedByName(int year) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DateForm.checked("sendDate", LocalDate.of(year, 1, 1)))
                .withMessageStartingWith("sendDate must be a date of a year from 0 to 9999, not ");
    }

    @Test
    void allOtherDatesPass() {
        assertThat(DateForm.checked("sendDate", FIRST)).isEqualTo(FIRST);
        assertThat(DateForm.checked("sendDate", LAST)).isEqualTo(LAST);
        assertThat(DateForm.checked("sendDate", null)).isNull();
    }
}
