package io.github.alimsg.core.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.internal.Surroundings;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource({
        "daily signature applications used up, P1D",
        "more than 100 applications per day, P1D",
        "at most 10/day, P1D",
        "used up for today, P1D",
        "monthly cap reached, P31D",
        "5 messages a month, P31D",
        "weekly limit, P7D",
        "hourly limit, PT1H",
        "at most 5 an hour, PT1H",
        "1 per minute, PT1M",
        "5/min, PT1M",
        "try again in 30 minutes, PT30M",
        "within 24 hours, P1D",
        "24h limit, P1D",
        "in a 7-day window, P7D",
        "每天最多10条, P1D",
        "每日上限, P1D",
        "当日发送次数超限, P1D",
        "今日已达上限, P1D",
        "一天内最多10条, P1D",
        "单日流控, P1D",
        "自然日流控, P1D",
        "日限额, P1D",
        "10条/天, P1D",
        "每月最多100条, P31D",
        "本月额度已用完, P31D",
        "触发月级流控Permits:100, P31D",
        "自然月限额, P31D",
        "1个月内, P31D",
        "30天内, P30D",
        "本周已达上限, P7D",
        "每小时最多5条, PT1H",
        "24小时内, P1D",
        "5条/小时, PT1H",
        "每分钟最多1条, PT1M",
        "5分钟后再试, PT5M"
    })
    void windowsAreFoundInOtherWords(String message, Duration window) {
        assertThat(QuotaWindow.of("isv.BUSINESS_LIMIT_CONTROL", message)).isEqualTo(window);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026年11月21日",
                "日期格式错误",
                "月租不足",
                "the minimum is 5",
                "h is too large",
                "code 20261121 hr",
                "Permits:5"
            })
    void otherWordsNameNoWindow(String message) {
        assertThat(QuotaWindow.of("isv.BUSINESS_LIMIT_CONTROL", message)).isNull();
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
