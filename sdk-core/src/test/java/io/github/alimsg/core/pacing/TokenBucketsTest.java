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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketsTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final ManualTime time = new ManualTime();
    private final TokenBuckets limiter = TokenBuckets.perSecond(Map.of("Send", 5, "List", 0.5), time);

    @Test
    void turnsComeAtEvenDistances() {
        assertThat(waits("Send", 4)).containsExactly(Duration.ZERO, ofMillis(200), ofMillis(400), ofMillis(600));
    }

    @Test
    void limitsMayBeBelowOne() {
        assertThat(waits("List", 2)).containsExactly(Duration.ZERO, ofSeconds(2));
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

        assertThat(limiter.reserve("Send", 1, LONG)).isEqualTo(ofMillis(250));
    }

    @Test
    void idleTimeIsNotSavedForABurst() {
        time.advance(ofSeconds(60));

        assertThat(waits("Send", 3)).containsExactly(Duration.ZERO, ofMillis(200), ofMillis(400));
    }

    @Test
    void callThatCountsForSeveralTakesSeveralTurns() {
        assertThat(limiter.reserve("Send", 3, LONG)).isZero();
        assertThat(limiter.reserve("Send", 1, LONG)).isEqualTo(ofMillis(600));
    }

    @Test
    void nothingIsTakenWhenTheWaitWouldBeTooLong() {
        waits("Send", 2);

        assertThat(limiter.reserve("Send", 1, ofMillis(399))).isNull();
        assertThat(limiter.reserve("Send", 1, ofMillis(400))).isEqualTo(ofMillis(400));
    }

    @Test
    void noTwoTurnsAreCloserThanTheDistanceUnderThreads() throws Exception {
        List<Duration> turns = new ArrayList<>();
        Together.run(8, () -> waits("Send", 250)).forEach(turns::addAll);

        assertThat(turns.stream().sorted())
                .containsExactlyElementsOf(IntStream.range(0, 2_000)
                        .mapToObj(i -> ofMillis(200L * i))
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

        assertThatThrownBy(() -> TokenBuckets.perSecond(limits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the limit of Send is above 0, not " + limit);
    }

    @Test
    void permitsAreAtLeastOne() {
        assertThatThrownBy(() -> limiter.reserve("Send", 0, LONG)).hasMessage("permits is at least 1, not 0");
    }

    private List<Duration> waits(String operation, int calls) {
        return IntStream.range(0, calls)
                .mapToObj(i -> limiter.reserve(operation, 1, LONG))
                .toList();
    }
}
