package io.github.alimsg.it.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.redis.RedisRateLimiter;
import io.github.alimsg.redis.RedisRateLimiter.WhenAway;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four processes that share the turns of one limit through Redis, in virtual time, and what happens to Redis meanwhile. */
class SharedLimitsInVirtualTimeTest {
    private static final int PROCESSES = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration BOUND = Duration.ofMillis(50);

    /** For calls whose turn can't come earlier. */
    private static final Duration MAX_PATIENCE = Duration.ofMillis(500);

    private static final Duration NEAR = Duration.ofNanos(200_000);
    private static final Duration FAR = Duration.ofMillis(2);

    private final VirtualTime time = new VirtualTime();
    private final List<RedisRateLimiter> limiters = new ArrayList<>();
    private Duration longestReserve = Duration.ZERO;
    private WhenAway whenAway = WhenAway.LOCAL_SHARE;
    private Duration timeout = BOUND;
    private boolean oneWallClockIsWrong;

    @BeforeAll
    static void head() {
        System.out.println(Tally.head());
    }

    @ParameterizedTest
    @CsvSource({"5, 8, 40", "50, 16, 20", "250, 32, 10", "2000, 64, 2", "5000, 64, 1"})
    void fourProcessesUseTheLimitAndAreNotRefused(int limit, int threads, int seconds) throws Exception {
        var redis = new VirtualRedis(time, NEAR, FAR);

        Tally tally = run(load(limit, threads, seconds), redis);

        assertUsedAndNotRefused(tally);
        assertThat(redis.runs())
                .as("requests, of which each may serve many")
                .isLessThan(limit * (seconds + 4) + PROCESSES * threads);
    }

    @Test
    void aRedisThatIsFarAwayNeedsOnlyPatience() throws Exception {
        timeout = Duration.ofMillis(300);

        Tally tally = run(load(250, 64, 10), new VirtualRedis(time, Duration.ofMillis(1), Duration.ofMillis(80)));

        assertUsedAndNotRefused(tally);
    }

    @Test
    void aRedisThatIsTooFarAwayHoldsUpNoCallForLonger() throws Exception {
        Tally tally = run(load(250, 1, 10), new VirtualRedis(time, Duration.ofMillis(50), Duration.ofMillis(50)));

        assertThat(longestReserve).isLessThanOrEqualTo(BOUND);
        assertThat(limiters)
                .allSatisfy(limiter -> assertThat(
                                limiter.status("SendChatappMessage").localTurns())
                        .isPositive());
        assertThat(tally.failures()).isZero();
    }

    @Test
    void callsThatWaitForTheirTurnAnywayWaitForAFarRedis() throws Exception {
        Tally tally = run(load(250, 64, 10), new VirtualRedis(time, Duration.ofMillis(50), Duration.ofMillis(50)));

        assertThat(longestReserve).isLessThanOrEqualTo(MAX_PATIENCE);
        assertThat(tally.goodput()).as("goodput").isGreaterThanOrEqualTo(95);
    }

    @Test
    void oneWallClockThatIsHoursOffChangesNothing() throws Exception {
        oneWallClockIsWrong = true;

        assertUsedAndNotRefused(run(load(50, 16, 20), new VirtualRedis(time, NEAR, FAR)));
    }

    @Test
    void aRedisThatStopsHoldsUpNoCallForLongerAndFailsNone() throws Exception {
        var redis = new VirtualRedis(time, NEAR, FAR);
        redis.stop(Duration.ofSeconds(6), Duration.ofSeconds(3));

        Tally tally = run(load(250, 64, 20), redis);

        assertThat(longestReserve).isBetween(BOUND, MAX_PATIENCE);
        assertThat(tally.failures()).isZero();
        assertThat(tally.refusals()).as("refusals per 1,000").isLessThan(2);
        assertThat(limiters).allSatisfy(limiter -> {
            assertThat(limiter.status("SendChatappMessage").localTurns()).isPositive();
            assertThat(limiter.status("SendChatappMessage").isShared()).isTrue();
            assertThat(limiter.status("SendChatappMessage").members()).isEqualTo(PROCESSES);
        });
    }

    @Test
    void aRedisThatForgetsEverythingHandsOutNoTurnTwice() throws Exception {
        var redis = new VirtualRedis(time, NEAR, FAR);
        redis.restartEmpty(Duration.ofSeconds(10), Duration.ofMillis(500));

        Tally tally = run(thirtySecondsOfBacklog(), redis);

        assertUsedAndNotRefused(tally);
    }

    @Test
    void withoutHealingTheSameTurnsAreHandedOutTwice() throws Exception {
        var redis = new VirtualRedis(time, NEAR, FAR).withoutHealing();
        redis.restartEmpty(Duration.ofSeconds(10), Duration.ofMillis(500));

        Tally tally = run(thirtySecondsOfBacklog(), redis);

        assertThat(tally.refusals()).as("refusals per 1,000").isGreaterThan(5);
    }

    @Test
    void whileRedisIsAwayAnOpenLimiterPacesNothing() throws Exception {
        whenAway = WhenAway.OPEN;
        var redis = new VirtualRedis(time, NEAR, FAR);
        redis.restartEmpty(Duration.ZERO, Duration.ofMinutes(1));

        Tally tally = run(load(50, 16, 5), redis);

        assertThat(longestReserve).isLessThanOrEqualTo(BOUND);
        assertThat(tally.failures()).isZero();
        assertThat(tally.refused()).isPositive();
    }

    @Test
    void whileRedisIsAwayAClosedLimiterLetsNoCallPass() throws Exception {
        whenAway = WhenAway.CLOSED;
        var redis = new VirtualRedis(time, NEAR, FAR);
        redis.restartEmpty(Duration.ZERO, Duration.ofMinutes(1));

        Tally tally = run(load(50, 4, 3), redis);

        assertThat(tally.answeredInAll()).isZero();
        assertThat(tally.refused()).isZero();
        assertThat(tally.failures()).isPositive();
    }

    private static void assertUsedAndNotRefused(Tally tally) {
        assertThat(tally.goodput()).as("goodput").isGreaterThanOrEqualTo(95);
        assertThat(tally.refusals()).as("refusals per 1,000").isLessThan(1);
        assertThat(tally.failures()).as("failed").isZero();
    }

    private static Load load(int limit, int threads, int seconds) {
        return new Load(limit, threads, PROCESSES, true, WARM_UP, Duration.ofSeconds(seconds));
    }

    private static Load thirtySecondsOfBacklog() {
        return load(50, 30 * 50 / PROCESSES, 50);
    }

    private Tally run(Load load, VirtualRedis redis) throws InterruptedException {
        var service = new ModelService(time, load.limit(), true);
        var tally = new Tally(load, 0);
        var credentials = CredentialsProviders.fixed("LTAI5tVirtualTime", "secret");
        var random = new Random(20261129);
        List<Runnable> tasks = new ArrayList<>();
        for (Runnable task : load.tasks(
                time,
                tally,
                builder -> builder.transport(service).credentials(credentials).rateLimiter(limiter(load, redis)))) {
            // So that calls of all processes wait in one queue, in no order.
            Duration start = Duration.ofNanos(random.nextInt(1_000_000_000));
            tasks.add(() -> {
                sleep(start);
                task.run();
            });
        }
        time.run(tasks);
        System.out.println(tally.row());
        return tally;
    }

    private void sleep(Duration duration) {
        try {
            time.sleep(duration);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** That of one more process. */
    private RateLimiter limiter(Load load, VirtualRedis redis) {
        boolean wrong = oneWallClockIsWrong && limiters.isEmpty();
        RedisRateLimiter limiter = RedisRateLimiter.builder(redis)
                .account("test")
                .limit(load.operation(), load.limit())
                .whenAway(whenAway)
                .timeout(timeout)
                .timeSource(wrong ? new HoursOff(time) : time)
                .build();
        limiters.add(limiter);
        return (operation, permits, longestWait) -> {
            long began = time.nanoTime();
            try {
                return limiter.reserve(operation, permits, longestWait);
            } finally {
                Duration took = Duration.ofNanos(time.nanoTime() - began);
                // The first answers are waited for longer.
                if (began > WARM_UP.toNanos() && took.compareTo(longestReserve) > 0) {
                    longestReserve = took;
                }
            }
        };
    }

    /** A clock that is three hours fast. */
    private record HoursOff(TimeSource right) implements TimeSource {
        private static final Duration FAST = Duration.ofHours(3);

        @Override
        public Instant instant() {
            return right.instant().plus(FAST);
        }

        @Override
        public long nanoTime() {
            return right.nanoTime() + FAST.toNanos();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            right.sleep(duration);
        }

        @Override
        public boolean await(CountDownLatch event, Duration longest) throws InterruptedException {
            return right.await(event, longest);
        }
    }
}
