package io.github.alimsg.core.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The days of a query are the service's, and include the one before when it began near midnight. */
class LookupDaysTest {
    private static final ZoneOffset EAST = ZoneOffset.ofHours(8);

    private static List<LocalDate> days(String now, String since, @Nullable String until) {
        SentQuery query = SentQuery.builder("SendLetter", "6281234567890", Instant.parse(since))
                .until(until == null ? null : Instant.parse(until))
                .build();
        return LookupDays.of(Instant.parse(now), query, EAST, 30);
    }

    private static List<LocalDate> november(int first, int last) {
        LocalDate month = LocalDate.of(2026, 11, 1);
        return month.withDayOfMonth(first)
                .datesUntil(month.withDayOfMonth(last).plusDays(1))
                .toList();
    }

    @Test
    void theDayIsTheServices() {
        assertThat(days("2026-11-20T18:05:00Z", "2026-11-20T18:00:00Z", null)).isEqualTo(november(21, 21));
    }

    @Test
    void nearMidnightBothDaysAreAskedFor() {
        assertThat(days("2026-11-20T16:05:00Z", "2026-11-20T15:59:59Z", null)).isEqualTo(november(20, 21));
        assertThat(days("2026-11-20T16:59:59Z", "2026-11-20T16:59:59Z", null)).isEqualTo(november(20, 21));
        assertThat(days("2026-11-20T17:00:00Z", "2026-11-20T17:00:00Z", null)).isEqualTo(november(21, 21));
        assertThat(days("2026-11-25T12:00:00Z", "2026-11-20T12:00:00Z", "2026-11-20T15:30:00Z"))
                .isEqualTo(november(20, 21));
    }

    @Test
    void allDaysUntilTodayAreAskedForAndNoneAfterIt() {
        assertThat(days("2026-11-23T12:00:00Z", "2026-11-20T12:00:00Z", null)).isEqualTo(november(20, 23));
        assertThat(days("2026-11-20T15:30:00Z", "2026-11-20T12:00:00Z", "2026-11-28T12:00:00Z"))
                .isEqualTo(november(20, 20));
        assertThat(days("2026-11-20T12:00:00Z", "2026-11-25T12:00:00Z", null))
                .as("the caller's clock is ahead")
                .isEqualTo(november(20, 20));
    }

    @Test
    void theServiceGoesBackNoFurther() {
        assertThat(days("2026-11-30T12:00:00Z", "2026-01-01T00:00:00Z", null))
                .hasSize(31)
                .startsWith(LocalDate.of(2026, 10, 31))
                .endsWith(LocalDate.of(2026, 11, 30));
        assertThat(days("2026-11-30T12:00:00Z", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"))
                .isEmpty();
    }
}
