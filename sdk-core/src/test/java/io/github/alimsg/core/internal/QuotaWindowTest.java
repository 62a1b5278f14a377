package io.github.alimsg.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QuotaWindowTest {
    static Stream<Surroundings> odd() {
        return Surroundings.odd();
    }

    @ParameterizedTest
    @CsvSource({
        "触发分钟级流控Permits:1, PT1M",
        "触发小时级流控Permits:5, PT1H",
        "触发天级流控Permits:10, P1D",
    })
    void messagesOfTheMainlandServiceNameTheWindow(String message, Duration window) {
        assertThat(QuotaWindow.of("isv.BUSINESS_LIMIT_CONTROL", message)).isEqualTo(window);
    }

    @ParameterizedTest
    @CsvSource({
        "BUSINESS_LIMIT_CONTROL_MINUTE, PT1M",
        "isv.DAY_LIMIT_CONTROL, P1D",
        "isv.MONTH_LIMIT_CONTROL, P31D",
        "isv.hour_limit_control, PT1H"
    })
    void codesNameTheWindow(String code, Duration window) {
        assertThat(QuotaWindow.of(code, null)).isEqualTo(window);
    }

    @Test
    void longestOfSeveralWindowsCounts() {
        assertThat(QuotaWindow.of("isv.DAY_LIMIT_CONTROL", "触发分钟级流控Permits:1")).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void nothingNamedIsNoWindow() {
        assertThat(QuotaWindow.of("isv.BUSINESS_LIMIT_CONTROL", null)).isNull();
        assertThat(QuotaWindow.of("BUSINESS_LIMIT_CONTROL_PHONE", "Permits:1")).isNull();
    }

    @ParameterizedTest
    @MethodSource("odd")
    void windowsAreTheSameEverywhere(Surroundings surroundings) {
        surroundings.run(
                () -> assertThat(QuotaWindow.of("isv.x", "minute limit")).isEqualTo(Duration.ofMinutes(1)));
    }
}
