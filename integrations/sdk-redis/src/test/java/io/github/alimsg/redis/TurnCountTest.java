package io.github.alimsg.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The turns of five calls a second, in microseconds. */
class TurnCountTest {
    private static final Limit LIMIT = Limit.of("Send", 5);
    private static final long LONG = 3_600_000_000L;

    private final TurnCount turns = new TurnCount();
    private long now = -5_000_000;

    @BeforeEach
    void aTurnHasJustEnded() {
        turns.begin(now, now, LIMIT.late());
    }

    @Test
    void turnsComeAtEvenDistances() {
        assertThat(standard(4)).containsExactly(0L, 206_000L, 412_000L, 618_000L);
    }

    @Test
    void aTurnTakenALittleLateDoesNotPutOffTheNext() {
        standard(1);
        now += 206_000 + 15_000;

        assertThat(standard(2)).containsExactly(0L, 191_000L);
    }

    @Test
    void highLimitsAllowMoreLateness() {
        assertThat(Limit.of("Send", 999)).isEqualTo(new Limit(1_032, 15_000));
        assertThat(Limit.of("Send", 1_000)).isEqualTo(new Limit(1_030, 30_000));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void limitsAreAboveZero(double limit) {
        assertThatThrownBy(() -> Limit.of("Send", limit)).hasMessage("the limit of Send must be above 0, not " + limit);
    }

    @Test
    void turnsThatAreHeldAreNotHandedOutAgain() {
        turns.begin(now, now + 400_000, LIMIT.late());

        assertThat(standard(1)).containsExactly(400_000L);
    }

    @Test
    void nothingIsTakenWhenTheWaitWouldBeTooLong() {
        standard(2);

        assertThat(take(1, 411_999, false)).isEqualTo(-1);
        assertThat(take(1, 412_000, false)).isEqualTo(412_000);
    }

    @Test
    void aBulkCallWithoutATurnLearnsBeforeWhenNoneGetsOne() {
        standard(1);
        assertThat(take(1, LONG, true)).as("a kept turn").isEqualTo(206_000);

        assertThat(take(1, LONG, true))
                .as("when it is a tenth of a second away")
                .isEqualTo(-1 - 312_000);
        now += 311_999;
        assertThat(take(1, LONG, true)).isEqualTo(-1 - 1);
        now += 1;
        assertThat(take(1, LONG, true)).isEqualTo(100_000);
    }

    @Test
    void aBulkCallThatCanNotWaitSaysNothingOfOthers() {
        standard(1);
        now += 150_000;

        assertThat(take(1, 55_999, true)).isEqualTo(-1);
        assertThat(take(1, 56_000, true)).isEqualTo(56_000);
    }

    @Test
    void ofTurnsThatStandardCallsWaitForOneInTenIsKept() {
        standard(50);
        List<Long> inBulk = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            now += 103_000;
            if (i % 2 == 0) {
                standard(1);
            }
            if (take(1, LONG, true) >= 0) {
                inBulk.add(now);
            }
        }

        assertThat(inBulk).hasSizeBetween(49, 51);
    }

    private List<Long> standard(int calls) {
        List<Long> answers = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            answers.add(take(1, LONG, false));
        }
        return answers;
    }

    private long take(int permits, long longest, boolean bulk) {
        turns.begin(now, Long.MIN_VALUE, LIMIT.late());
        return turns.take(now, LIMIT.distance(), permits, longest, bulk);
    }
}
