package io.github.alimsg.core.lookup;

import io.github.alimsg.core.spi.ClientCore;
import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The days to ask for, where a service lists messages by the day. For the look-ups of product modules. */
public final class LookupDays {
    /** Close to midnight, the service's clock may still be in the day before. */
    private static final Duration NEAR_MIDNIGHT = Duration.ofHours(1);

    private LookupDays() {}

    /**
     * Returns the days of a query, the first of which begins up to an hour before it does, and none of which is in the
     * future.
     *
     * @param core the client's engine, whose clock says what day it is
     * @param query the query
     * @param zone the zone of the service's days
     * @param back how many days before today the service goes back
     * @return the days in order; none when all of them are too long ago
     */
    public static List<LocalDate> of(ClientCore core, SentQuery query, ZoneOffset zone, int back) {
        TimeSource time = core.engine().options().timeSource();
        return of(time.instant(), query, zone, back);
    }

    static List<LocalDate> of(Instant now, SentQuery query, ZoneOffset zone, int back) {
        LocalDate today = day(now, zone);
        Instant until = query.until();
        LocalDate last = until == null ? today : earlier(today, day(until.plus(NEAR_MIDNIGHT), zone));
        LocalDate first = earlier(day(query.since().minus(NEAR_MIDNIGHT), zone), today);
        LocalDate oldest = today.minusDays(back);
        if (first.isBefore(oldest)) {
            first = oldest;
        }
        return first.isAfter(last)
                ? List.of()
                : first.datesUntil(last.plusDays(1)).toList();
    }

    private static LocalDate day(Instant instant, ZoneOffset zone) {
        return instant.atOffset(zone).toLocalDate();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
