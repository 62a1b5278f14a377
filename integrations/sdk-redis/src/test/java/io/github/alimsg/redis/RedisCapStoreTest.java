package io.github.alimsg.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.alimsg.caps.CapStore;
import io.github.alimsg.caps.CapWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Processes that share a Redis count together, by its clock; their own are hours off")
class RedisCapStoreTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final CapWindow NUMBER = new CapWindow("number:PT1M:a", 3, MINUTE);
    private static final CapWindow TOTAL = new CapWindow("total:PT10M", 10, Duration.ofMinutes(10));
    private static StoreRedis redis;

    private final RedisCapStore one = RedisCapStore.of(redis.lettuce(), Duration.ofSeconds(20));
    private final RedisCapStore other = RedisCapStore.of(redis.jedis(), Duration.ofSeconds(20));

    @BeforeAll
    static void start() {
        redis = new StoreRedis();
    }

    @AfterAll
    static void close() throws Exception {
        if (redis != null) {
            redis.close();
        }
    }

    @BeforeEach
    void clear() {
        redis.clear();
    }

    private Instant timeOf(RedisCapStore store) {
        return redis.instant().plus(Duration.ofHours(store == one ? 3 : -2));
    }

    private int take(RedisCapStore store, CapWindow... windows) {
        return store.take(List.of(windows), timeOf(store));
    }

    @Test
    void processesCountTogetherAndASendIsForgottenWithinASixtieth() {
        assertThat(take(one, NUMBER)).isEqualTo(CapStore.TAKEN);
        assertThat(take(other, NUMBER)).isEqualTo(CapStore.TAKEN);
        redis.advance(Duration.ofSeconds(30));
        assertThat(take(one, NUMBER)).isEqualTo(CapStore.TAKEN);
        assertThat(take(other, NUMBER)).isEqualTo(0);
        redis.advance(Duration.ofMillis(29_999));
        assertThat(take(one, NUMBER)).isEqualTo(0);
        redis.advance(Duration.ofMillis(1_001));
        assertThat(take(other, NUMBER)).isEqualTo(CapStore.TAKEN);
        assertThat(take(other, NUMBER)).isEqualTo(CapStore.TAKEN);
        assertThat(take(one, NUMBER)).isEqualTo(0);
    }

    @Test
    void aSendIsCountedInAllWindowsOrInNone() {
        for (int i = 0; i < 3; i++) {
            assertThat(take(one, TOTAL, NUMBER)).isEqualTo(CapStore.TAKEN);
        }
        for (int i = 0; i < 20; i++) {
            assertThat(take(other, TOTAL, NUMBER)).isEqualTo(1);
        }
        for (int i = 3; i < 10; i++) {
            assertThat(take(other, TOTAL)).isEqualTo(CapStore.TAKEN);
        }
        assertThat(take(one, NUMBER, TOTAL)).as("the first in their order").isEqualTo(0);
        assertThat(take(one, TOTAL, NUMBER)).isEqualTo(0);
    }

    @Test
    void noWindowAnywhereInTimeHasMoreThanItsLimit() {
        var random = new Random(18);
        Map<String, List<Instant>> sent = new HashMap<>();
        int refused = 0;
        for (int step = 0; step < 300; step++) {
            redis.advance(Duration.ofMillis(random.nextInt(8_000)));
            RedisCapStore store = random.nextBoolean() ? one : other;
            CapWindow number = new CapWindow("number:PT1M:" + random.nextInt(3), 3, MINUTE);
            Instant now = timeOf(store);
            int full = store.take(List.of(number, TOTAL), now);
            for (CapWindow window :
                    full == CapStore.TAKEN ? List.of(number, TOTAL) : List.of(full == 0 ? number : TOTAL)) {
                List<Instant> log = sent.computeIfAbsent(window.key(), key -> new ArrayList<>());
                if (full == CapStore.TAKEN) {
                    assertThat(since(log, window.length())).isLessThan(window.limit());
                    log.add(redis.instant());
                } else {
                    Duration longer = window.length().plus(window.length().dividedBy(60));
                    assertThat(since(log, longer)).isGreaterThanOrEqualTo(window.limit());
                    refused++;
                }
            }
            if (full == CapStore.TAKEN && random.nextInt(4) == 0) {
                store.giveBack(List.of(number, TOTAL), now);
                List.of(number, TOTAL).forEach(window -> sent.get(window.key()).remove(redis.instant()));
            }
        }
        assertThat(refused).isGreaterThan(30);
    }

    private long since(List<Instant> log, Duration length) {
        Instant begin = redis.instant().minus(length);
        return log.stream().filter(time -> time.isAfter(begin)).count();
    }

    @Test
    void aSendThatIsGivenBackMakesRoomAtOnce() {
        take(other, NUMBER);
        redis.advance(Duration.ofSeconds(20));
        Instant takenAt = timeOf(one);
        assertThat(one.take(List.of(NUMBER), takenAt)).isEqualTo(CapStore.TAKEN);
        redis.advance(Duration.ofSeconds(20));
        assertThat(take(one, NUMBER)).isEqualTo(CapStore.TAKEN);
        assertThat(take(one, NUMBER)).isEqualTo(0);

        one.giveBack(List.of(NUMBER), takenAt);
        assertThat(take(other, NUMBER)).isEqualTo(CapStore.TAKEN);
        assertThat(take(other, NUMBER)).isEqualTo(0);
        redis.advance(Duration.ofSeconds(21));
        assertThat(take(other, NUMBER)).as("the oldest has left").isEqualTo(CapStore.TAKEN);
        assertThat(take(other, NUMBER)).isEqualTo(0);
    }

    @Test
    void aSendThatIsForgottenIsNotGivenBack() {
        Instant takenAt = timeOf(one);
        one.take(List.of(NUMBER), takenAt);
        redis.advance(Duration.ofMinutes(2));
        for (int i = 0; i < 3; i++) {
            take(other, NUMBER);
        }
        one.giveBack(List.of(NUMBER), takenAt);
        one.giveBack(List.of(new CapWindow("number:PT1M:unknown", 3, MINUTE)), takenAt);
        assertThat(take(one, NUMBER)).isEqualTo(0);
    }

    @Test
    void threadsInTwoProcessesTakeExactlyTheLimit() throws Exception {
        CapWindow total = new CapWindow("total:PT1H", 40, Duration.ofHours(1));
        CapWindow day = new CapWindow("total:PT24H", 1_000, Duration.ofDays(1));
        ExecutorService executor = Executors.newFixedThreadPool(64);
        try {
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < 192; i++) {
                RedisCapStore store = i % 2 == 0 ? one : other;
                results.add(executor.submit(() -> take(store, day, total)));
            }
            int taken = 0;
            for (Future<Integer> result : results) {
                taken += result.get() == CapStore.TAKEN ? 1 : 0;
            }
            assertThat(taken).isEqualTo(40);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aWindowExpiresWhenItIsEmpty() {
        take(one, NUMBER, TOTAL);
        assertThat(redis.millisLeft("{alimsg:cap}:number:PT1M:a")).isBetween(50_000L, 61_000L);
        assertThat(redis.millisLeft("{alimsg:cap}:total:PT10M")).isBetween(600_000L, 610_000L);
    }

    @Test
    void itsClockIsThatOfRedis() {
        CapStore real = RedisCapStore.of(redis.realScripts(), Duration.ofSeconds(20));
        CapStore ahead = RedisCapStore.of(redis.realScripts(), Duration.ofSeconds(20));
        Instant takenAt = Instant.now().minus(Duration.ofDays(3));
        for (int i = 0; i < 3; i++) {
            assertThat(real.take(List.of(NUMBER), takenAt)).isEqualTo(CapStore.TAKEN);
        }
        assertThat(ahead.take(List.of(NUMBER), Instant.now().plus(Duration.ofHours(1))))
                .isEqualTo(0);
        real.giveBack(List.of(NUMBER), takenAt);
        assertThat(ahead.take(List.of(NUMBER), Instant.now().plus(Duration.ofHours(1))))
                .isEqualTo(CapStore.TAKEN);
    }

    @Test
    void whileRedisIsAwayStepsFail() {
        CapStore silent =
                RedisCapStore.of((script, keys, arguments) -> new CompletableFuture<>(), Duration.ofMillis(1));
        assertThatIllegalStateException()
                .isThrownBy(() -> silent.take(List.of(NUMBER), redis.instant()))
                .withMessage("can't count a send: no answer within 1 ms");
        assertThatIllegalStateException().isThrownBy(() -> silent.giveBack(List.of(NUMBER), redis.instant()));
    }
}
