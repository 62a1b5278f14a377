package io.github.alimsg.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.redis.RedisRateLimiter.WhenAway;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What a limiter does while Redis fails, is slow, or answers nonsense. The limit is five calls a second. */
class WithoutRedisTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration BOUND = Duration.ofMillis(50);
    private static final Duration TURN = Duration.ofMillis(206);
    private static final long REDIS_NOW = 1_800_000_000_000_000L;

    private final Time time = new Time();
    private final Deque<CompletableFuture<List<Long>>> replies = new ArrayDeque<>();
    private final List<List<String>> requests = new ArrayList<>();
    private final RedisRateLimiter limiter = builder().build();

    private RedisRateLimiter.Builder builder() {
        return RedisRateLimiter.builder((script, keys, arguments) -> {
                    requests.add(arguments);
                    return replies.remove();
                })
                .account("a")
                .limit("Send", 5)
                .timeSource(time);
    }

    /** Redis hands out a turn that is so far away, and counts so many processes. */
    private void redisAnswers(Duration wait, long members) {
        redisAnswers(wait, members, 0);
    }

    private void redisAnswers(Duration wait, long members, long rank) {
        long now = REDIS_NOW + time.nanos / 1_000;
        replies.add(CompletableFuture.completedFuture(List.of(now, members, rank, wait.toNanos() / 1_000)));
    }

    private void redisFails() {
        replies.add(CompletableFuture.failedFuture(new IllegalStateException("away")));
    }

    private void aProbeIsAnswered() {
        replies.add(CompletableFuture.completedFuture(List.of(REDIS_NOW + time.nanos / 1_000, 4L, 2L)));
    }

    private Duration reserve() {
        return limiter.reserve("Send", 1, LONG);
    }

    @Test
    void aProcessTakesItsShareBehindTheTurnsThatRedisHasHandedOut() {
        redisAnswers(Duration.ofSeconds(30), 4);
        assertThat(reserve()).isEqualTo(Duration.ofSeconds(30));
        redisFails();

        Duration first = reserve();

        assertThat(first)
                .isBetween(
                        Duration.ofSeconds(30).plus(TURN),
                        Duration.ofSeconds(30).plus(TURN.multipliedBy(5)));
        assertThat(reserve()).isEqualTo(first.plus(TURN.multipliedBy(4)));
        assertThat(reserve()).isEqualTo(first.plus(TURN.multipliedBy(8)));
        assertThat(requests).as("none but the one that failed").hasSize(2);
        assertThat(limiter.status("Send").isShared()).isFalse();
        assertThat(limiter.status("Send").localTurns()).isEqualTo(3);
    }

    @Test
    void theSharesOfAllProcessesAreEvenTogether() {
        List<Long> turns = new ArrayList<>();
        for (int rank = 0; rank < 4; rank++) {
            RedisRateLimiter process = builder().build();
            redisAnswers(Duration.ZERO, 4, rank);
            process.reserve("Send", 1, LONG);
            redisFails();
            for (int i = 0; i < 5; i++) {
                turns.add(process.reserve("Send", 1, LONG).toMillis());
            }
        }

        Collections.sort(turns);
        for (int i = 1; i < turns.size(); i++) {
            assertThat(turns.get(i) - turns.get(i - 1)).isEqualTo(TURN.toMillis());
        }
    }

    @Test
    void aCallThatIsALittleLateForItsShareDoesNotPutOffTheNext() {
        redisAnswers(Duration.ZERO, 4);
        reserve();
        redisFails();
        time.advance(reserve().plus(TURN.multipliedBy(4)).plusMillis(10));

        assertThat(reserve()).isZero();
        assertThat(reserve()).isEqualTo(TURN.multipliedBy(4).minusMillis(10));
    }

    @Test
    void redisIsProbedAndToldOfTheTurnsHandedOutMeanwhile() {
        redisAnswers(Duration.ZERO, 1);
        reserve();
        redisFails();
        reserve();
        time.advance(Duration.ofMillis(249));
        Duration last = reserve();
        assertThat(requests).hasSize(2);
        time.advance(Duration.ofMillis(1));
        aProbeIsAnswered();

        reserve();

        assertThat(limiter.status("Send").isShared()).isTrue();
        assertThat(limiter.status("Send").members()).isEqualTo(4);
        List<String> probe = requests.get(2);
        assertThat(probe).as("without callers").hasSize(5);
        long end = last.minusMillis(1).plus(TURN).toNanos() / 1_000;
        assertThat(probe.get(2)).isEqualTo(Long.toString(REDIS_NOW + 250_000 + end));
        assertThat(probe.get(3)).isEqualTo(Long.toString(end));
    }

    @Test
    void probesAreDueAtTheSameTimeInAllProcesses() {
        time.advance(Duration.ofMillis(170));
        redisAnswers(Duration.ZERO, 4);
        reserve();
        redisFails();
        reserve();
        time.advance(Duration.ofMillis(79));
        reserve();
        assertThat(requests).hasSize(2);
        time.advance(Duration.ofMillis(1));
        aProbeIsAnswered();
        reserve();

        assertThat(requests).hasSize(3);
    }

    @Test
    void aProbeThatIsNotAnsweredHoldsUpNobody() {
        redisFails();
        reserve();
        time.advance(Duration.ofMillis(250));
        replies.add(new CompletableFuture<>());
        replies.add(new CompletableFuture<>());

        reserve();
        reserve();
        time.advance(Duration.ofMillis(249));
        reserve();
        assertThat(requests).hasSize(2);
        time.advance(Duration.ofMillis(1));
        reserve();

        assertThat(requests).hasSize(3);
        assertThat(time.waited).isZero();
        assertThat(limiter.status("Send").isShared()).isFalse();
    }

    @Test
    void aSlowRedisIsWaitedForNoLongerThanTheBound() {
        redisAnswers(Duration.ZERO, 1);
        reserve();
        time.advance(TURN);
        var late = new CompletableFuture<List<Long>>();
        replies.add(late);

        assertThat(reserve()).isNotNull();

        assertThat(time.waited).isEqualTo(BOUND);
        assertThat(limiter.status("Send").isShared()).isFalse();
        time.advance(Duration.ofMillis(250));
        replies.add(new CompletableFuture<>());
        reserve();
        assertThat(late).as("is not sent later").isCancelled();
    }

    @Test
    void aLateAnswerBringsAProbeAtOnce() {
        redisAnswers(Duration.ZERO, 1);
        reserve();
        time.advance(TURN);
        var late = new CompletableFuture<List<Long>>();
        replies.add(late);
        reserve();
        aProbeIsAnswered();

        late.complete(List.of(REDIS_NOW + time.nanos / 1_000, 0L, 0L, 0L));

        assertThat(requests).hasSize(3);
        assertThat(limiter.status("Send").isShared()).isTrue();
    }

    @Test
    void theFirstAnswerMayTakeHalfASecond() {
        replies.add(new CompletableFuture<>());

        assertThat(reserve()).isNotNull();

        assertThat(time.waited).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void aCallWhoseTurnCanNotComeEarlierWaitsForRedisForHalfASecond() {
        redisAnswers(Duration.ofSeconds(30), 4);
        reserve();
        replies.add(new CompletableFuture<>());
        assertThat(reserve()).isGreaterThan(Duration.ofSeconds(29));
        assertThat(time.waited).isEqualTo(Duration.ofMillis(500));

        time.advance(Duration.ofSeconds(1));
        aProbeIsAnswered();
        reserve();
        replies.add(new CompletableFuture<>());
        assertThat(limiter.reserve("Send", 1, Duration.ofMillis(70)))
                .as("it can't wait for that")
                .isNull();
        assertThat(time.waited).isEqualTo(Duration.ofMillis(570));
    }

    @Test
    void aProbeThatIsAnsweredLateIsNoSignOfLife() {
        redisFails();
        reserve();
        time.advance(Duration.ofSeconds(1));
        var late = new CompletableFuture<List<Long>>();
        replies.add(late);
        reserve();
        time.advance(Duration.ofSeconds(1));

        late.complete(List.of(REDIS_NOW, 4L, 2L));

        assertThat(limiter.status("Send").isShared()).isFalse();
        assertThat(limiter.status("Send").members()).isEqualTo(4);
    }

    @Test
    void nothingThatAClientOfRedisDoesEscapes() {
        replies.add(CompletableFuture.completedFuture(null));
        assertThat(reserve()).isNotNull();
        for (List<Long> nonsense : List.of(List.<Long>of(), List.of(1L, 2L, 3L), List.of(1L, 2L, 3L, 4L, 5L))) {
            time.advance(Duration.ofSeconds(1));
            aProbeIsAnswered();
            reserve();
            replies.add(CompletableFuture.completedFuture(nonsense));

            assertThat(reserve()).isNotNull();

            assertThat(limiter.status("Send").isShared()).isFalse();
        }
        time.advance(Duration.ofSeconds(1));
        assertThat(reserve()).as("no reply is left, which throws").isNotNull();
    }

    @Test
    void redisCountsTooFewUntilAllHaveSaidThatTheyAreThere() {
        redisAnswers(Duration.ZERO, 4);
        reserve();
        redisAnswers(Duration.ZERO, 1);
        reserve();
        assertThat(limiter.status("Send").members()).isEqualTo(4);
        time.advance(Duration.ofSeconds(16));
        redisAnswers(Duration.ZERO, 2);

        reserve();

        assertThat(limiter.status("Send").members()).isEqualTo(2);
    }

    @Test
    void anOpenLimiterPacesNothing() {
        RedisRateLimiter open = builder().whenAway(WhenAway.OPEN).build();
        redisFails();

        for (int i = 0; i < 10; i++) {
            assertThat(open.reserve("Send", 1, LONG)).isZero();
        }
    }

    @Test
    void aClosedLimiterLetsNothingPass() {
        RedisRateLimiter closed = builder().whenAway(WhenAway.CLOSED).build();
        redisFails();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> closed.reserve("Send", 1, LONG))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Redis is away, and no turn is taken without it");
        }
    }

    @Test
    void anInterruptKeepsItsFlagAndSaysNothingOfRedis() {
        replies.add(new CompletableFuture<>());
        Thread.currentThread().interrupt();

        assertThatThrownBy(this::reserve).isInstanceOf(IllegalStateException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(limiter.status("Send").isShared()).isTrue();
    }

    /** Time that passes when the test says so, or when somebody waits. */
    private static final class Time implements TimeSource {
        private long nanos;
        private Duration waited = Duration.ZERO;

        void advance(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plusNanos(nanos);
        }

        @Override
        public long nanoTime() {
            return nanos;
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            waited = waited.plus(duration);
            advance(duration);
        }

        @Override
        public boolean await(CountDownLatch event, Duration longest) throws InterruptedException {
            if (event.getCount() > 0) {
                sleep(longest);
            }
            return event.getCount() == 0;
        }
    }
}
