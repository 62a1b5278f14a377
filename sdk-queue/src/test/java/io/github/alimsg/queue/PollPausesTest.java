package io.github.alimsg.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PollPausesTest {
    private static final Duration WAIT = Duration.ofSeconds(20);

    private double random = 1;
    private final PollPauses pauses = new PollPauses(() -> random);

    @Test
    void pausesAfterFailuresDoubleUpToHalfAMinute() {
        assertThat(IntStream.range(0, 7).mapToObj(i -> pauses.afterFailure().toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
        IntStream.range(0, 100_000).forEach(i -> pauses.afterFailure());
        assertThat(pauses.afterFailure()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void upToHalfOfAPauseAfterAFailureIsChance() {
        random = 0;
        assertThat(pauses.afterFailure()).isEqualTo(Duration.ofMillis(500));
        random = 0.5;
        assertThat(pauses.afterFailure()).isEqualTo(Duration.ofMillis(1_500));
    }

    @Test
    void anEmptyReplyThatTookHalfOfTheWaitIsFollowedByTheNextPoll() {
        assertThat(pauses.afterEmpty(Duration.ofSeconds(10), WAIT)).isZero();
        assertThat(pauses.afterEmpty(Duration.ofMillis(9_999), WAIT)).isEqualTo(Duration.ofSeconds(1));
        assertThat(IntStream.range(0, 5)
                        .mapToObj(i -> pauses.afterEmpty(Duration.ZERO, WAIT).toSeconds()))
                .containsExactly(2L, 4L, 8L, 10L, 10L);
    }

    @Test
    void messagesAndWaitsBeginAnew() {
        pauses.afterEmpty(Duration.ZERO, WAIT);
        pauses.afterFailure();
        assertThat(pauses.afterMessages()).isZero();
        assertThat(pauses.afterEmpty(Duration.ZERO, WAIT)).isEqualTo(Duration.ofSeconds(1));
        pauses.afterEmpty(WAIT, WAIT);
        assertThat(pauses.afterEmpty(Duration.ZERO, WAIT)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pauses.afterFailure()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theDelayOfAMessageDoublesWithEachDelivery() {
        var delay = new RetryDelay(Duration.ofSeconds(10), Duration.ofMinutes(15));

        assertThat(IntStream.of(0, 1, 2, 3, 7, 8, Integer.MAX_VALUE)
                        .mapToObj(count -> delay.after(count).toSeconds()))
                .containsExactly(10L, 10L, 20L, 40L, 640L, 900L, 900L);
    }
}
