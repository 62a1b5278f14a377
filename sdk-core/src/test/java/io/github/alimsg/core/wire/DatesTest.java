package io.github.alimsg.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatesTest {
    private static final LocalDate FIRST = LocalDate.of(0, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    static Stream<DateTimeFormatter> forms() {
        return Stream.of(DateTimeFormatter.BASIC_ISO_DATE, DateTimeFormatter.ISO_LOCAL_DATE);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatIsWrittenIsRead(DateTimeFormatter form) {
        var random = new Random(1128);
        for (int i = 0; i < 10_000; i++) {
            LocalDate day = LocalDate.ofEpochDay(random.nextLong(FIRST.toEpochDay(), LAST.toEpochDay() + 1));
            assertThat(Dates.read(form.format(day))).isEqualTo(day);
        }
        assertThat(Dates.read(form.format(FIRST))).isEqualTo(FIRST);
        assertThat(Dates.read(form.format(LAST))).isEqualTo(LAST);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatIsDamagedIsReadAsTheJdkDoesOrNotAtAll(DateTimeFormatter form) {
        var random = new Random(20261128);
        String characters = "0123456789-/: T\u0660";
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder(form.format(LocalDate.ofEpochDay(random.nextLong(20_000))));
            int place = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(place, characters.charAt(random.nextInt(characters.length())));
                case 1 -> text.deleteCharAt(place);
                default -> text.insert(place, characters.charAt(random.nextInt(characters.length())));
            }
            assertThat(Dates.read(text.toString())).as(text.toString()).isEqualTo(byTheJdk(text.toString()));
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
}
