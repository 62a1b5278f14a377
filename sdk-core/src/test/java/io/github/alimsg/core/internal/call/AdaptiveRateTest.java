package io.github.alimsg.core.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdaptiveRateTest {
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;
    private static final Duration HINT = Duration.ofMillis(400);

    private final AdaptiveRate rate = new AdaptiveRate(5, true, 0, HINT);

    @Test
    void nothingGoesBeforeTheServiceSaysItMay() {
        var turn = rate.join(0);

        assertThat(rate.take(turn, 100 * MILLI)).isBetween(300 * MILLI, 301 * MILLI);
        assertThat(rate.take(turn, 399 * MILLI)).isPositive();
        assertThat(rate.take(turn, 400 * MILLI)).isZero();
    }

    @Test
    void aHintIsFollowedForTwentySecondsAtTheMost() {
        var patient = new AdaptiveRate(5, true, 0, Duration.ofDays(1));

        assertThat(patient.take(patient.join(0), 0)).isBetween(20 * SECOND, 20 * SECOND + 1);
    }

    @Test
    void withoutAHintTurnsGoOn() {
        var unasked = new AdaptiveRate(5, true, 0, null);

        assertThat(unasked.take(unasked.join(0), 0)).isZero();
        assertThat(unasked.take(unasked.join(0), 0)).isBetween(200 * MILLI, 201 * MILLI);
    }

    @Test
    void theOldestCallGoesFirst() {
        var young = rate.join(20);
        var old = rate.join(10);
        var alike = rate.join(10);

        assertThat(rate.take(young, 400 * MILLI)).as("two are before it").isPositive();
        assertThat(rate.take(alike, 400 * MILLI)).as("one is before it").isPositive();
        assertThat(rate.take(old, 400 * MILLI)).isZero();
    }

    @Test
    void whoSleepsTooLongDoesNotHoldUpTheNext() {
        var sleeping = rate.join(1);
        var next = rate.join(2);
        rate.take(next, 400 * MILLI);

        assertThat(rate.take(next, 700 * MILLI)).as("two turns have come").isZero();
        assertThat(rate.take(sleeping, 700 * MILLI)).isZero();
    }

    @Test
    void aPlaceThatIsGivenUpIsNotWaitedFor() {
        var first = rate.join(1);
        var second = rate.join(2);

        rate.leave(first);
        rate.leave(first);

        assertThat(rate.take(second, 400 * MILLI)).isZero();
    }

    @Test
    void aRefusalCutsTheRateToLessThanWhatPassed() {
        take(rate, 400 * MILLI, 5, 1_390 * MILLI);

        rate.refused(1_390 * MILLI, Duration.ofMillis(10));

        List<Long> turns = take(rate, 1_400 * MILLI, Integer.MAX_VALUE, 2_399 * MILLI);
        assertThat(turns).hasSizeBetween(3, 5);
    }

    @Test
    void refusalsOfOneWindowCutOnce() {
        var other = new AdaptiveRate(5, true, 0, HINT);
        for (AdaptiveRate each : List.of(rate, other)) {
            take(each, 400 * MILLI, 5, 1_390 * MILLI);
            each.refused(1_390 * MILLI, Duration.ofMillis(10));
        }
        for (int i = 0; i < 50; i++) {
            rate.refused(1_391 * MILLI, Duration.ofMillis(9));
        }

        assertThat(take(rate, 1_400 * MILLI, 20, 60 * SECOND)).isEqualTo(take(other, 1_400 * MILLI, 20, 60 * SECOND));
    }

    @Test
    void aRefusalHalvesARateThatIsFarTooHigh() {
        var tooHigh = new AdaptiveRate(100, false, 0, null);

        tooHigh.refused(SECOND, Duration.ofMillis(1));

        assertThat(turnsOfTheSecondFrom(1_001 * MILLI, tooHigh)).isBetween(35, 50);
    }

    @Test
    void whatPassedInTheWindowBeforeCounts() {
        var limited = new AdaptiveRate(100, false, 0, null);
        take(limited, 0, 80, SECOND);

        limited.refused(1_100 * MILLI, Duration.ofMillis(1));

        assertThat(turnsOfTheSecondFrom(1_101 * MILLI, limited)).isBetween(65, 80);
    }

    @Test
    void whatPassedEarlierThanThatDoesNot() {
        var limited = new AdaptiveRate(100, false, 0, null);
        take(limited, 0, 80, SECOND);

        limited.refused(5 * SECOND, Duration.ofMillis(1));

        assertThat(turnsOfTheSecondFrom(5_001 * MILLI, limited)).isBetween(40, 50);
    }

    @Test
    void whatPassesAsAWindowEndsCountsInTheNext() {
        var limited = new AdaptiveRate(100, false, 0, null);
        for (int i = 0; i < 60; i++) {
            limited.accepted(SECOND / 2);
        }
        for (int i = 0; i < 30; i++) {
            limited.accepted(SECOND);
        }

        limited.refused(1_100 * MILLI, Duration.ofMillis(1));

        assertThat(turnsOfTheSecondFrom(1_101 * MILLI, limited)).isBetween(45, 60);
    }

    @Test
    void theNextWindowBeginsNineTenthsOfASecondAfterACut() {
        var same = new AdaptiveRate(100, false, 0, null);
        var next = new AdaptiveRate(100, false, 0, null);

        same.refused(900 * MILLI - 1, null);
        next.refused(900 * MILLI, null);

        assertThat(turnsOfTheSecondFrom(900 * MILLI, same)).isGreaterThan(80);
        assertThat(turnsOfTheSecondFrom(900 * MILLI, next)).isBetween(35, 50);
    }

    @Test
    void turnsThatHadComeStayAfterARefusalWithoutAHint() {
        var limited = new AdaptiveRate(100, false, 0, null);
        limited.take(limited.join(0), 0);

        limited.refused(SECOND, null);

        assertThat(take(limited, SECOND, 9, SECOND)).hasSize(2);
    }

    @Test
    void clientsThatPauseUntilTheSameMomentGoOnOutOfStep() {
        long end = 2 * SECOND;
        Set<Long> firstTurns = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            var client = new AdaptiveRate(10, false, 0, null);
            long refused = 1_500 * MILLI + 7_919L * i;
            client.refused(refused, Duration.ofNanos(end - refused));
            firstTurns.addAll(take(client, end, 1, end + SECOND));
        }

        assertThat(firstTurns).hasSize(20);
        assertThat(Collections.max(firstTurns) - Collections.min(firstTurns)).isGreaterThan(100 * MILLI);
    }

    @Test
    void aHighRateTakesItsTimeToComeBack() {
        var high = new AdaptiveRate(1_000, false, 0, null);

        assertThat(turnsOfTheSecondFrom(7 * SECOND, high)).isBetween(900, 1_050);
    }

    @Test
    void theRateComesBackAndGoesBeyond() {
        rate.refused(1_390 * MILLI, Duration.ofMillis(10));

        int early = take(rate, 1_400 * MILLI, Integer.MAX_VALUE, 2_400 * MILLI).size();
        take(rate, 2_400 * MILLI, Integer.MAX_VALUE, 11_400 * MILLI);
        int late = take(rate, 11_400 * MILLI, Integer.MAX_VALUE, 12_400 * MILLI).size();

        assertThat(late).isGreaterThan(4 * early);
    }

    @Test
    void oneCallAWindowIsAlwaysTried() {
        long now = 400 * MILLI;
        for (int i = 0; i < 100; i++) {
            now += SECOND;
            rate.refused(now, Duration.ofMillis(1));
        }

        assertThat(take(rate, now, Integer.MAX_VALUE, now + 10 * SECOND)).hasSizeGreaterThan(8);
    }

    @Test
    void aTenthOfADocumentedLimitIsAlwaysTried() {
        var documented = new AdaptiveRate(250, false, 0, HINT);
        long now = 400 * MILLI;
        for (int i = 0; i < 100; i++) {
            now += SECOND;
            documented.refused(now, Duration.ofMillis(1));
        }

        assertThat(take(documented, now + MILLI, Integer.MAX_VALUE, now + SECOND))
                .hasSizeGreaterThan(20);
    }

    @Test
    void idleTimeIsNotSavedForABurst() {
        take(rate, 400 * MILLI, 2, SECOND);
        rate.refused(1_390 * MILLI, Duration.ofMillis(10));

        int turns =
                take(rate, 3_400 * MILLI, Integer.MAX_VALUE, 3_400 * MILLI + 1).size();

        assertThat(turns).isEqualTo(1);
    }

    @Test
    void isQuietOnceNoCallHadToWaitForTenSeconds() {
        rate.take(rate.join(0), 400 * MILLI);

        assertThat(rate.isQuiet(10 * SECOND)).isFalse();
        assertThat(rate.isQuiet(10 * SECOND + 400 * MILLI)).isFalse();
        assertThat(rate.isQuiet(10 * SECOND + 401 * MILLI)).isTrue();
    }

    @Test
    void isNotQuietWhileACallWaits() {
        rate.join(0);

        assertThat(rate.isQuiet(60 * SECOND)).isFalse();
    }

    private static int turnsOfTheSecondFrom(long from, AdaptiveRate rate) {
        return take(rate, from, Integer.MAX_VALUE, from + SECOND).size();
    }

    /** When turns come to a caller who is always in a hurry and whose calls take no time. */
    private static List<Long> take(AdaptiveRate rate, long from, int most, long to) {
        List<Long> turns = new ArrayList<>();
        long now = from;
        while (turns.size() < most) {
            var turn = rate.join(now);
            for (long wait; (wait = rate.take(turn, now)) > 0 && now <= to; ) {
                now += wait;
            }
            if (now > to) {
                rate.leave(turn);
                break;
            }
            turns.add(now);
            rate.accepted(now);
        }
        return turns;
    }
}
