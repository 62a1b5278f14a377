package io.github.alimsg.once.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours of a day in which parts may be sent; over midnight if the first is after the last.
 *
 * @param from the first moment
 * @param to the first moment after
 * @param zone where the recipients are
 */
record TimesOfDay(LocalTime from, LocalTime to, ZoneId zone) {
    TimesOfDay {
        if (from.equals(to)) {
            throw new IllegalArgumentException("a campaign between " + from + " and " + to + " has no time to send");
        }
    }

    /** How long it is until parts may be sent; zero when they may now. */
    Duration untilOpen(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        if (contains(here.toLocalTime())) {
            return Duration.ZERO;
        }
        ZonedDateTime opening = here.with(from);
        if (!opening.isAfter(here)) {
            opening = here.plusDays(1).with(from);
        }
        return Duration.between(here, opening);
    }

    private boolean contains(LocalTime time) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}
