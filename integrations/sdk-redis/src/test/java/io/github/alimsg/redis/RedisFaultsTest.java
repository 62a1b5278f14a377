package io.github.alimsg.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.redis.SendingProcess.Pacing;
import io.github.alimsg.redis.SendingProcess.Task;
import io.github.alimsg.testing.FakeCloud;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Four limiters with a connection each, a real Redis, real time, and faults; the service is a count for each second. Six
 * minutes: {@code -P redis-long}. {@code SharedLimitsInVirtualTimeTest} does the same in virtual time with every build.
 */
@Tag("redis-long")
class RedisFaultsTest {
    private static final int LIMITERS = 4;
    private static final String OPERATION = SendingProcess.OPERATION;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration BOUND = Duration.ofMillis(50);

    /** For calls whose turn can't come earlier. */
    private static final Duration MAX_PATIENCE = Duration.ofMillis(500);

    /** By how much a thread may wake up late on a busy machine. */
    private static final Duration BUSY = Duration.ofMillis(150);

    private RedisProcess redis;
    private final List<RedisRateLimiter> limiters = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private Windows service;
    private volatile boolean over;

    /** The service: so many calls in each second of the clock. */
    private static final class Windows {
        private final int limit;
        private long second;
        private int used;
        private int answered;
        private int refused;
        private int failed;
        private long longestReserve;

        Windows(int limit) {
            this.limit = limit;
        }

        synchronized void call() {
            long now = System.currentTimeMillis() / 1_000;
            used = now == second ? used : 0;
            second = now;
            used++;
            if (used <= limit) {
                answered++;
            } else {
                refused++;
            }
        }

        synchronized void reserved(long nanos, boolean turn) {
            longestReserve = Math.max(longestReserve, nanos);
            failed += turn ? 0 : 1;
        }

        synchronized void forget() {
            answered = 0;
            refused = 0;
            longestReserve = 0;
        }

        synchronized double goodput(double seconds) {
            return 100 * answered / seconds / limit;
        }

        synchronized double refusals() {
            return 1_000.0 * refused / Math.max(1, answered);
        }

        @Override
        public synchronized String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d answered, %d refused, %d without a turn, reserve took %.1f ms at most",
                    answered,
                    refused,
                    failed,
                    longestReserve / 1e6);
        }
    }

    @BeforeEach
    void start() {
        redis = RedisProcess.start();
    }

    @AfterEach
    void stop() throws Exception {
        over = true;
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(service);
        limiters.forEach(limiter -> System.out.println(limiter.status(OPERATION)));
        redis.close();
    }

    private void begin(int limit, int threadsOfEach, int port, Duration timeout, UnaryOperator<RedisScripts> change) {
        service = new Windows(limit);
        for (int i = 0; i < LIMITERS; i++) {
            RedisRateLimiter limiter = RedisRateLimiter.builder(
                            change.apply(new LettuceScripts(redis.connect(port).async())))
                    .account("test")
                    .limit(OPERATION, limit)
                    .timeout(timeout)
                    .build();
            limiters.add(limiter);
            for (int j = 0; j < threadsOfEach; j++) {
                var thread = new Thread(null, () -> callAgainAndAgain(limiter), "caller", 1 << 16);
                thread.start();
                threads.add(thread);
            }
        }
    }

    private void callAgainAndAgain(RedisRateLimiter limiter) {
        try {
            while (!over) {
                long began = System.nanoTime();
                Duration wait = limiter.reserve(OPERATION, 1, TIMEOUT);
                service.reserved(System.nanoTime() - began, wait != null);
                if (wait != null) {
                    Thread.sleep(wait.plusNanos(999_999).toMillis());
                    service.call();
                }
            }
        } catch (InterruptedException | IllegalStateException e) {
            // It is over.
        }
    }

    private static RedisScripts asItIs(RedisScripts scripts) {
        return scripts;
    }

    /** Redis is not told which turns a process holds. */
    private static RedisScripts withoutHealing(RedisScripts scripts) {
        return (script, keys, arguments) -> {
            List<String> changed = new ArrayList<>(arguments);
            changed.set(2, "0");
            changed.set(3, "-10000000");
            return scripts.run(script, keys, changed);
        };
    }

    @Test
    void aRedisThatStopsForThreeSecondsHoldsUpNoCallForLonger() throws Exception {
        begin(250, 64, redis.port(), BOUND, RedisFaultsTest::asItIs);
        Thread.sleep(5_000);
        service.forget();

        redis.pause();
        Thread.sleep(3_000);
        redis.resume();
        Thread.sleep(3_000);
        assertThat(Duration.ofNanos(service.longestReserve)).isLessThan(MAX_PATIENCE.plus(BUSY));
        service.forget();
        Thread.sleep(10_000);

        assertThat(service.failed).isZero();
        assertThat(service.goodput(10)).isGreaterThanOrEqualTo(95);
        assertThat(limiters).allSatisfy(limiter -> {
            assertThat(limiter.status(OPERATION).localTurns()).isPositive();
            assertThat(limiter.status(OPERATION).isShared()).isTrue();
        });
    }

    @Test
    void aRedisThatIsKilledAndComesBackEmptyHandsOutNoTurnTwice() throws Exception {
        killWithThirtySecondsOfBacklog(RedisFaultsTest::asItIs);

        assertThat(service.refusals()).isLessThan(1);
        assertThat(service.failed).isZero();
        assertThat(service.goodput(45)).isGreaterThanOrEqualTo(95);
        assertThat(Duration.ofNanos(service.longestReserve)).isLessThan(MAX_PATIENCE.plus(BUSY));
    }

    @Test
    void withoutHealingItHandsOutTurnsTwice() throws Exception {
        killWithThirtySecondsOfBacklog(RedisFaultsTest::withoutHealing);

        assertThat(service.refusals()).isGreaterThan(50);
    }

    private void killWithThirtySecondsOfBacklog(UnaryOperator<RedisScripts> change) throws Exception {
        begin(20, 30 * 20 / LIMITERS, redis.port(), BOUND, change);
        Thread.sleep(8_000);
        service.forget();
        redis.restartEmpty();
        Thread.sleep(45_000);
    }

    @Test
    void aRedisThatIsTooFarAwayHoldsUpNoCallForLonger() throws Exception {
        try (var path = new SlowPath(redis.port(), BOUND)) {
            begin(250, 1, path.port(), BOUND, RedisFaultsTest::asItIs);
            Thread.sleep(5_000);
            service.forget();
            Thread.sleep(10_000);

            assertThat(Duration.ofNanos(service.longestReserve)).isLessThan(BOUND.plus(BUSY));
            assertThat(service.failed).isZero();
        }
    }

    @Test
    void aRedisThatIsFarAwayNeedsOnlyPatience() throws Exception {
        try (var path = new SlowPath(redis.port(), BOUND)) {
            begin(250, 64, path.port(), Duration.ofMillis(400), RedisFaultsTest::asItIs);
            Thread.sleep(5_000);
            service.forget();
            Thread.sleep(10_000);

            assertThat(service.goodput(10)).isGreaterThanOrEqualTo(95);
            assertThat(service.refusals()).isLessThan(1);
        }
    }

    @Test
    void aProcessThatIsKilledLosesOnlyTheTurnsOfItsOwnCallers() throws Exception {
        try (FakeCloud cloud = FakeCloud.builder().countOnly().start()) {
            begin(250, 16, redis.port(), BOUND, RedisFaultsTest::asItIs);
            Process process = new Task(
                            cloud.endpoint().toString(),
                            cloud.credentials().accessKeyId(),
                            cloud.credentials().accessKeySecret(),
                            redis.port(),
                            Pacing.REDIS,
                            250,
                            1,
                            1_000,
                            0,
                            60_000)
                    .start();
            assertThat(process.inputReader().readLine()).isEqualTo("ready");
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            // Its thousand callers push the turns of all others four seconds into the future.
            while (limiters.get(0).status(OPERATION).backlog().compareTo(Duration.ofSeconds(3)) < 0) {
                Thread.sleep(10);
            }

            process.destroyForcibly().waitFor();
            Thread.sleep(6_000);
            service.forget();
            Thread.sleep(10_000);

            assertThat(service.failed).isZero();
            assertThat(service.goodput(10)).isGreaterThanOrEqualTo(95);
            assertThat(service.refusals()).isLessThan(1);
        }
    }
}
