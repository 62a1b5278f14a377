package io.github.alimsg.core.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.internal.Surroundings;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QuotaWindowTest {
    private static final Map<Duration, Pattern> WINDOWS = Map.of(
            Duration.ofMinutes(1), Pattern.compile("MINUTE"),
            Duration.ofHours(1), Pattern.compile("([0-9]{1,3}) HOUR|HOURS IN ([0-9]{1,3})"),
            Duration.ofDays(1), Pattern.compile("(?:([0-9]{1,3}) )?DAY"));

    static Stream<Surroundings> odd() {
        return Surroundings.odd();
    }

    private static @Nullable Duration window(String code, @Nullable String message) {
        return QuotaWindow.longest(WINDOWS, code, message);
    }

    @ParameterizedTest
    @CsvSource({
        "used up today, P1D",
        "in 2 days, P2D",
        "in 0 days, P1D",
        "30 hours, PT30H",
        "Hours in 7, PT7H",
        "an hour,",
        "nothing,"
    })
    void numbersMultiplyTheWindow(String message, Duration window) {
        assertThat(window("LIMIT", message)).isEqualTo(window);
    }

    @Test
    void codesNameTheWindowLikeMessages() {
        assertThat(window("isv.Day_LIMIT", null)).isEqualTo(Duration.ofDays(1));
        assertThat(window("LIMIT_2", "days")).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void longestOfSeveralWindowsCounts() {
        assertThat(window("DAY_LIMIT", "per minute")).isEqualTo(Duration.ofDays(1));
        assertThat(window("MINUTE_LIMIT", "per day")).isEqualTo(Duration.ofDays(1));
        assertThat(window("LIMIT", "1 day, 3 days, 2 days")).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void nothingNamedIsNoWindow() {
        assertThat(window("LIMIT", null)).isNull();
        assertThat(QuotaWindow.longest(Map.of(), "DAY_LIMIT", "per day")).isNull();
    }

    @Test
    void whatIsFarBehindIsNotRead() {
        assertThat(window("x", " ".repeat(4093) + "day")).isEqualTo(Duration.ofDays(1));
        assertThat(window("x", " ".repeat(4094) + "day")).isNull();
        assertThat(window(" ".repeat(4094) + "day", null)).isNull();
    }

    @ParameterizedTest
    @MethodSource("odd")
    void windowsAreTheSameEverywhere(Surroundings surroundings) {
        surroundings.run(() -> assertThat(window("isv.x", "minute limit")).isEqualTo(Duration.ofMinutes(1)));
    }
}
