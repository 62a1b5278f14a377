package io.github.alimsg.core.pacing;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.internal.ManualTime;
import io.github.alimsg.core.internal.Together;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketsTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final ManualTime time = new ManualTime();
    private final TokenBuckets limiter = TokenBuckets.perSecond(Map.of("Send", 5, "List", 0.5), time);

    @Test
    void turnsComeAtEvenDistances() {
        assertThat(waits("Send", 4)).containsExactly(Duration.ZERO, ofMillis(206), ofMillis(412), ofMillis(618));
    }

    @Test
    void limitsMayBeBelowOne() {
        assertThat(waits("List", 2)).containsExactly(Duration.ZERO, ofMillis(2_060));
    }

    @Test
    void operationsDoNotWaitForOneAnother() {
        waits("Send", 3);

        assertThat(limiter.reserve("List", 1, LONG)).isZero();
    }

    @Test
    void operationsWithoutLimitNeverWait() {
        assertThat(waits("Query", 100)).containsOnly(Duration.ZERO);
    }

    @Test
    void timeThatPassedShortensTheWait() {
        waits("Send", 2);
        time.advance(ofMillis(150));

        assertThat(limiter.reserve("Send", 1, LONG)).isEqualTo(ofMillis(262));
    }

    @Test
    void aTurnTakenALittleLateDoesNotPutOffTheNext() {
        waits("Send", 1);
        time.advance(ofMillis(206 + 15));

        assertThat(waits("Send", 2)).containsExactly(Duration.ZERO, ofMillis(206 - 15));
    }

    @Test
    void noWindowOfASecondHoldsMoreTurnsThanTheLimit() {
        TokenBuckets fast = TokenBuckets.perSecond(Map.of("Send", 50), time);
        var random = new Random(20261121);
        List<Long> turns = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            // Mostly in a hurry, sometimes late, seldom idle.
            time.advance(Duration.ofNanos((long)
                    (random.nextInt(100) == 0
                            ? random.nextDouble() * 2e9
                            : random.nextInt(5) == 0 ? random.nextDouble() * 4e7 : 0)));
            turns.add(time.nanoTime()
                    + Objects.requireNonNull(fast.reserve("Send", 1, LONG)).toNanos());
        }

        for (int i = 50; i < turns.size(); i++) {
            assertThat(turns.get(i) - turns.get(i - 50))
                    .as("from turn %d on", i - 50)
                    .isGreaterThan(1_000_000_000L);
        }
    }

    @Test
    void idleTimeIsNotSavedForABurst() {
        time.advance(ofSeconds(60));

        assertThat(waits("Send", 3)).containsExactly(Duration.ZERO, ofMillis(191), ofMillis(397));
    }

    @Test
    void callThatCountsForSeveralTakesSeveralTurns() {
        assertThat(limiter.reserve("Send", 3, LONG)).isZero();
        assertThat(limiter.reserve("Send", 1, LONG)).isEqualTo(ofMillis(618));
    }

    @Test
    void nothingIsTakenWhenTheWaitWouldBeTooLong() {
        waits("Send", 2);

        assertThat(limiter.reserve("Send", 1, ofMillis(411))).isNull();
        assertThat(limiter.reserve("Send", 1, ofMillis(412))).isEqualTo(ofMillis(412));
    }

    @Test
    void noTwoTurnsAreCloserThanTheDistanceUnderThreads() throws Exception {
        List<Duration> turns = new ArrayList<>();
        Together.run(8, () -> waits("Send", 250)).forEach(turns::addAll);

        assertThat(turns.stream().sorted())
                .containsExactlyElementsOf(IntStream.range(0, 2_000)
                        .mapToObj(i -> ofMillis(206L * i))
                        .toList());
    }

    @Test
    void eachThreadGetsItsTurnsInTheOrderItAsked() throws Exception {
        assertThat(Together.run(8, () -> waits("Send", 250)))
                .allSatisfy(turns -> assertThat(turns).isSorted());
    }

    @Test
    void waitMayBeAsLongAsItLikes() {
        assertThat(limiter.reserve("Send", 1, ChronoUnit.FOREVER.getDuration())).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void limitsAreAboveZero(double limit) {
        Map<String, Double> limits = Map.of("Send", limit);

        assertThatThrownBy(() -> RateLimiter.perSecond(limits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the limit of Send must be above 0, not " + limit);
    }

    @Test
    void turnsAreCountedByTheSystemsClockWithoutAnother() {
        RateLimiter limiter = RateLimiter.perSecond(Map.of("Send", 0.001));

        assertThat(limiter.reserve("Send", 1, Duration.ZERO)).isZero();
        assertThat(limiter.reserve("Send", 1, Duration.ZERO)).isNull();
    }

    @Test
    void permitsAreAtLeastOne() {
        assertThatThrownBy(() -> limiter.reserve("Send", 0, LONG)).hasMessage("permits must be at least 1, not 0");
    }

    @Test
    void aBulkCallTakesTheNextTurnIfThatIsNear() {
        assertThat(bulk()).isZero();
        time.advance(ofMillis(106));
        assertThat(bulk()).isEqualTo(ofMillis(100));
    }

    @Test
    void bulkCallsTakeTurnsATenthOfASecondAheadAtMost() {
        TokenBuckets fast = TokenBuckets.perSecond(Map.of("Send", 1_030), time);
        for (int i = 0; i <= 100; i++) {
            assertThat(fast.reserve("Send", 1, LONG, Lane.BULK)).isEqualTo(ofMillis(i));
        }

        assertThat(fast.reserve("Send", 1, LONG, Lane.BULK)).isNull();
        assertThat(fast.reserve("Send", 1, LONG)).as("a standard call").isEqualTo(ofMillis(101));
    }

    @Test
    void ofTurnsThatStandardCallsWaitForOneInTenIsKeptForBulkCalls() {
        int standard = 0;
        int inBulk = 0;
        waits("Send", 50);
        for (int i = 0; i < 1_000; i++) {
            time.advance(ofMillis(103));
            if (i % 2 == 0) {
                limiter.reserve("Send", 1, LONG);
                standard++;
            }
            inBulk += bulk() == null ? 0 : 1;
        }

        assertThat(inBulk).isBetween(standard / 10 - 1, standard / 10 + 1);
    }

    @Test
    void aKeptTurnIsBehindThoseThatStandardCallsWaitFor() {
        waits("Send", 50);

        assertThat(bulk()).isEqualTo(ofMillis(50 * 206));
        assertThat(bulk()).isNull();
        assertThat(limiter.reserve("Send", 1, LONG)).isEqualTo(ofMillis(51 * 206));
    }

    @Test
    void bulkCallsThatGetEnoughHaveNoTurnKeptForThem() {
        assertThat(bulk()).isZero();
        time.advance(ofMillis(206));
        assertThat(bulk()).isZero();
        waits("Send", 2);

        assertThat(bulk()).isNull();
        time.advance(ofMillis(2_059));
        waits("Send", 10);
        assertThat(bulk()).isNull();
        time.advance(ofMillis(1));
        assertThat(bulk()).isNotNull();
    }

    @Test
    void aBulkCallDoesNotWaitLongerThanItCanEither() {
        waits("Send", 2);
        time.advance(ofMillis(350));

        assertThat(limiter.reserve("Send", 1, ofMillis(61), Lane.BULK)).isNull();
        assertThat(limiter.reserve("Send", 1, ofMillis(62), Lane.BULK)).isEqualTo(ofMillis(62));
    }

    @Test
    void aLimiterThatKnowsNoLanesGivesEveryoneTheNextTurn() {
        RateLimiter limiter = (operation, permits, longestWait) -> Duration.ofHours(permits);

        assertThat(limiter.reserve("Send", 2, LONG, Lane.BULK)).hasHours(2);
    }

    private @Nullable Duration bulk() {
        return limiter.reserve("Send", 1, LONG, Lane.BULK);
    }

    private List<Duration> waits(String operation, int calls) {
        return IntStream.range(0, calls)
                .mapToObj(i -> limiter.reserve(operation, 1, LONG))
                .toList();
    }
}
