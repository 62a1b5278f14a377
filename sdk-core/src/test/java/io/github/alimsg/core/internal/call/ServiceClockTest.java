package io.github.alimsg.core.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceClockTest {
    private static final Instant SERVICE = Instant.parse("2026-01-02T03:04:05Z");
    private static final HttpResponse DATED =
            new HttpResponse(400, List.of("Date", "Fri, 02 Jan 2026 03:04:05 GMT"), new byte[0]);
    private static final HttpResponse UNDATED = new HttpResponse(400, List.of(), new byte[0]);

    private final ServiceClock clock = new ServiceClock();

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT3H", "-PT3H", "P400D", "-PT0.25S"})
    void goesOnFromTheTimeThatTheReplyNames(Duration wrongBy) {
        Instant here = SERVICE.plus(wrongBy);

        assertThat(clock.correct(DATED, here)).isTrue();

        assertThat(clock.at(here)).isEqualTo(SERVICE);
        assertThat(clock.at(here.plusSeconds(90))).isEqualTo(SERVICE.plusSeconds(90));
    }

    @Test
    void aSecondCorrectionTakesThePlaceOfTheFirst() {
        clock.correct(DATED, SERVICE.minusSeconds(100));
        clock.correct(DATED, SERVICE.minusSeconds(7));

        assertThat(clock.at(SERVICE)).isEqualTo(SERVICE.plusSeconds(7));
    }

    @Test
    void aReplyWithoutATimeCorrectsNothing() {
        clock.correct(DATED, SERVICE.minusSeconds(100));

        assertThat(clock.correct(UNDATED, SERVICE)).isFalse();

        assertThat(clock.at(SERVICE)).isEqualTo(SERVICE.plusSeconds(100));
    }

    @Test
    void isTheMachinesUntilCorrectedAndAfterForgetting() {
        assertThat(clock.at(SERVICE)).isEqualTo(SERVICE);

        clock.correct(DATED, SERVICE.minusSeconds(100));
        clock.forget();

        assertThat(clock.at(SERVICE)).isEqualTo(SERVICE);
    }
}
