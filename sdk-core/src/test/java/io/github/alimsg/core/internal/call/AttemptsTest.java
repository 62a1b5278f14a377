package io.github.alimsg.core.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.ClientOptions;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.internal.ManualTime;
import io.github.alimsg.core.internal.reply.Failure;
import io.github.alimsg.core.retry.Effect;
import io.github.alimsg.core.retry.FailedAttempt;
import io.github.alimsg.core.retry.FailedAttempt.Cause;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ManualTime time = new ManualTime();
    private final List<FailedAttempt> asked = new ArrayList<>();
    private final List<@Nullable FailedAttempt> told = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    /** Repeats everything it is asked about. */
    private class Willing implements RetryPolicy {
        private final Duration delay;

        private Willing(Duration delay) {
            this.delay = delay;
        }

        @Override
        public Duration delayBefore(FailedAttempt failed) {
            asked.add(failed);
            return delay;
        }

        @Override
        public void succeeded(@Nullable FailedAttempt last) {
            told.add(last);
        }
    }

    private Attempts attempts(Effect effect, Duration delay) {
        var attempts = new Attempts(
                effect,
                null,
                options(new Willing(delay), time),
                new Deadline(TIMEOUT, time),
                (number, failure, next) -> heard.add(number + " " + next));
        attempts.begin();
        return attempts;
    }

    private static ClientOptions options(RetryPolicy policy, TimeSource time) {
        return ClientOptions.builder().retryPolicy(policy).timeSource(time).build();
    }

    private static Failure failure(Cause cause, boolean mayHaveArrived) {
        Delivery delivery = mayHaveArrived ? Delivery.UNKNOWN : Delivery.NOT_SENT;
        return new Failure(cause, new TransportException("Op", 1, delivery, "lost", null), null, mayHaveArrived);
    }

    private static void fail(Attempts attempts, Failure failure) {
        attempts.repeatOrThrow("Op", failure, false);
        attempts.begin();
    }

    private static SdkException lastFailure(Attempts attempts, Failure failure, boolean mayReplay) {
        return catchThrowableOfType(SdkException.class, () -> attempts.repeatOrThrow("Op", failure, mayReplay));
    }

    @Test
    void thePolicyLearnsHowManyAttemptsThereWereAndHowOftenForTheSameCause() {
        Attempts attempts = attempts(Effect.SEND, Duration.ZERO);

        fail(attempts, failure(Cause.THROTTLED, false));
        fail(attempts, failure(Cause.THROTTLED, false));
        fail(attempts, failure(Cause.NOT_SENT, false));
        fail(attempts, failure(Cause.THROTTLED, false));
        fail(attempts, failure(Cause.CLOCK_SKEW, false));

        assertThat(asked).extracting(FailedAttempt::attempt).containsExactly(1, 2, 3, 4, 5);
        assertThat(asked).extracting(FailedAttempt::repeatedForSameCause).containsExactly(0, 1, 0, 2, 0);
    }

    @Test
    void thePolicyLearnsWhatFailedBeforeTheSuccess() {
        Attempts first = attempts(Effect.SEND, Duration.ZERO);
        first.succeeded();

        Attempts third = attempts(Effect.SEND, Duration.ZERO);
        fail(third, failure(Cause.NOT_SENT, false));
        fail(third, failure(Cause.THROTTLED, false));
        third.succeeded();

        assertThat(told).containsExactly(null, asked.get(1));
    }

    @Test
    void theNextAttemptComesAfterTheDelay() {
        Attempts attempts = attempts(Effect.SEND, Duration.ofSeconds(3));

        fail(attempts, failure(Cause.NOT_SENT, false));

        assertThat(time.nanoTime()).isEqualTo(Duration.ofSeconds(3).toNanos());
        assertThat(attempts.number()).isEqualTo(2);
    }

    @Test
    void thereIsNoWaitThatTakesAllTheTimeThatIsLeft() {
        Failure failure = failure(Cause.NOT_SENT, false);

        assertThat(lastFailure(attempts(Effect.SEND, TIMEOUT), failure, false)).isSameAs(failure.exception());
        assertThat(time.nanoTime()).isZero();
        assertThat(lastFailure(attempts(Effect.SEND, TIMEOUT.minusNanos(1)), failure, false))
                .isNull();
    }

    @Test
    void noPolicyIsAskedWhetherWhatMayHaveArrivedGoesOutAgain() {
        Attempts attempts = attempts(Effect.SEND, Duration.ZERO);
        fail(attempts, failure(Cause.THROTTLED, false));

        assertThat(lastFailure(attempts, failure(Cause.UNANSWERED, true), false))
                .isNotNull();
        assertThat(asked).hasSize(1);
        assertThat(heard).containsExactly("1 PT0S", "2 null");
    }

    @Test
    void whatMayHaveArrivedOnceCountsForAllThatFollows() {
        Attempts attempts = attempts(Effect.UPDATE, Duration.ZERO);
        assertThat(attempts.notAnswered("Op", Delivery.NOT_SENT, "refused", null)
                        .delivery())
                .isEqualTo(Delivery.NOT_SENT);

        fail(attempts, failure(Cause.UNANSWERED, true));

        TransportException second = attempts.notAnswered("Op", Delivery.NOT_SENT, "refused", null);
        assertThat(second.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(second.attempts()).isEqualTo(2);
    }

    @Test
    void theExceptionCarriesEveryEarlierFailure() {
        Attempts attempts = attempts(Effect.SEND, Duration.ZERO);
        Failure first = failure(Cause.NOT_SENT, false);
        Failure second = failure(Cause.THROTTLED, false);
        Failure last = failure(Cause.FINAL, false);
        fail(attempts, first);
        fail(attempts, second);

        SdkException thrown = lastFailure(attempts, last, false);

        assertThat(thrown).isSameAs(last.exception());
        assertThat(thrown.getSuppressed()).containsExactly(first.exception(), second.exception());
    }

    @Test
    void theSameBytesGoOutOnceMoreAtOnceAndNeverAgain() {
        Attempts attempts = attempts(Effect.SEND, Duration.ofSeconds(1));
        assertThat(attempts.isReplay()).isFalse();

        attempts.repeatOrThrow("Op", failure(Cause.UNANSWERED, true), true);
        attempts.begin();

        assertThat(attempts.isReplay()).isTrue();
        assertThat(time.nanoTime()).isZero();
        assertThat(lastFailure(attempts, failure(Cause.UNANSWERED, true), true))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.delivery()).isEqualTo(Delivery.UNKNOWN));
        assertThat(heard).containsExactly("1 PT0S", "2 null");
    }

    @Test
    void nothingIsReplayedThatWasReadOrThatHadAReply() {
        var policy = RetryPolicy.none();
        for (Failure each : List.of(failure(Cause.NOT_SENT, false), failure(Cause.SERVER_FAULT, true))) {
            var send = new Attempts(Effect.SEND, null, options(policy, time), new Deadline(TIMEOUT, time), null);
            assertThat(lastFailure(send, each, true)).isSameAs(each.exception());
        }
        var read = new Attempts(Effect.READ, null, options(policy, time), new Deadline(TIMEOUT, time), null);
        assertThat(lastFailure(read, failure(Cause.UNANSWERED, true), true)).isNotNull();
    }

    @Test
    void anInterruptWhileWaitingEndsTheCallAndStaysSet() {
        var interrupting = new TimeSource() {
            @Override
            public Instant instant() {
                return time.instant();
            }

            @Override
            public long nanoTime() {
                return time.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                throw new InterruptedException();
            }
        };
        var attempts = new Attempts(
                Effect.READ,
                null,
                options(new Willing(Duration.ofSeconds(1)), interrupting),
                new Deadline(TIMEOUT, time),
                null);
        attempts.begin();
        Failure unanswered = failure(Cause.UNANSWERED, true);

        SdkException thrown = lastFailure(attempts, unanswered, false);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        CallInterruptedException.class,
                        e -> assertThat(e.delivery()).isEqualTo(Delivery.UNKNOWN));
        assertThat(thrown.getSuppressed()).containsExactly(unanswered.exception());
    }
}
