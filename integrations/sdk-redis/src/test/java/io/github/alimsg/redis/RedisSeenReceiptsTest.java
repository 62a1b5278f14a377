package io.github.alimsg.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.alimsg.receipts.SeenReceipts.Claim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Processes that share a Redis know which receipts were handled")
class RedisSeenReceiptsTest {
    private static final String KEY = "SmsReport:0123456789abcdef";
    private static StoreRedis redis;

    private final RedisSeenReceipts one = RedisSeenReceipts.of(redis.lettuce());
    private final RedisSeenReceipts other = RedisSeenReceipts.of(redis.jedis());

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

    @Test
    void theFirstProcessHandlesAReceiptAndAllKnowWhenItIsDone() {
        assertThat(one.claim(KEY)).isEqualTo(Claim.FIRST);
        assertThat(other.claim(KEY)).isEqualTo(Claim.BUSY);
        assertThat(one.claim(KEY)).as("by its owner").isEqualTo(Claim.FIRST);
        one.confirm(KEY);
        assertThat(one.claim(KEY)).isEqualTo(Claim.DONE);
        assertThat(other.claim(KEY)).isEqualTo(Claim.DONE);
        assertThat(other.claim("SmsReport:other")).isEqualTo(Claim.FIRST);
    }

    @Test
    void aReleasedReceiptIsHandledByWhoeverGetsIt() {
        one.claim(KEY);
        one.release(KEY);
        assertThat(other.claim(KEY)).isEqualTo(Claim.FIRST);
        other.confirm(KEY);
        assertThat(one.claim(KEY)).isEqualTo(Claim.DONE);
    }

    @Test
    void aClaimAndAHandledReceiptEndByTheClockOfRedis() {
        one.claim(KEY);
        assertThat(redis.millisLeft("alimsg:receipt:" + KEY)).isBetween(290_000L, 300_000L);
        redis.expire("alimsg:receipt:" + KEY);
        assertThat(other.claim(KEY)).isEqualTo(Claim.FIRST);
        other.confirm(KEY);
        assertThat(redis.millisLeft("alimsg:receipt:" + KEY)).isBetween(86_390_000L, 86_400_000L);
    }

    @Test
    void aShortClaimEndsWhileOthersAsk() {
        RedisSeenReceipts brief = RedisSeenReceipts.builder(redis.lettuce())
                .claim(Duration.ofMillis(20))
                .prefix("shop")
                .build();
        RedisSeenReceipts asking =
                RedisSeenReceipts.builder(redis.jedis()).prefix("shop").build();
        brief.claim(KEY);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        Claim claim;
        do {
            claim = asking.claim(KEY);
        } while (claim == Claim.BUSY && System.nanoTime() < end);
        assertThat(claim).isEqualTo(Claim.FIRST);
        assertThat(redis.get("shop:receipt:" + KEY)).isNotNull();
    }

    @Test
    void whoLostAClaimNeitherConfirmsNorReleasesIt() {
        one.claim(KEY);
        redis.expire("alimsg:receipt:" + KEY);
        other.claim(KEY);

        one.confirm(KEY);
        assertThat(one.claim(KEY)).isEqualTo(Claim.BUSY);
        one.release(KEY);
        assertThat(one.claim(KEY)).isEqualTo(Claim.BUSY);

        other.confirm(KEY);
        one.release(KEY);
        assertThat(one.claim(KEY)).isEqualTo(Claim.DONE);
    }

    @Test
    void noOtherThreadOfTheSameProcessConfirmsOrReleasesAClaim() {
        one.claim(KEY);
        CompletableFuture.runAsync(() -> one.confirm(KEY)).join();
        CompletableFuture.runAsync(() -> one.release(KEY)).join();
        assertThat(other.claim(KEY)).isEqualTo(Claim.BUSY);
        assertThat(CompletableFuture.supplyAsync(() -> one.claim(KEY)).join()).isEqualTo(Claim.BUSY);
    }

    @Test
    void whoIsLateButNotReplacedStillConfirms() {
        one.claim(KEY);
        redis.expire("alimsg:receipt:" + KEY);
        one.confirm(KEY);
        assertThat(other.claim(KEY)).isEqualTo(Claim.DONE);
    }

    @Test
    void ofThreadsInTwoProcessesOneIsFirst() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(64);
        try {
            for (int receipt = 0; receipt < 10; receipt++) {
                String key = KEY + receipt;
                var begin = new CyclicBarrier(64);
                List<Future<Claim>> claims = new ArrayList<>();
                for (int i = 0; i < 64; i++) {
                    RedisSeenReceipts seen = i % 2 == 0 ? one : other;
                    claims.add(executor.submit(() -> {
                        begin.await(1, TimeUnit.MINUTES);
                        return seen.claim(key);
                    }));
                }
                int first = 0;
                for (Future<Claim> claim : claims) {
                    first += claim.get() == Claim.FIRST ? 1 : 0;
                }
                assertThat(first).isEqualTo(1);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void whileRedisIsAwayNothingIsFirst() {
        RedisSeenReceipts silent = RedisSeenReceipts.builder((script, keys, arguments) -> new CompletableFuture<>())
                .timeout(Duration.ofMillis(1))
                .build();
        assertThatIllegalStateException()
                .isThrownBy(() -> silent.claim(KEY))
                .withMessage("can't claim a receipt: no answer within 1 ms");
        RedisSeenReceipts broken = RedisSeenReceipts.of(
                (script, keys, arguments) -> CompletableFuture.failedFuture(new IllegalArgumentException("secret")));
        assertThatIllegalStateException()
                .isThrownBy(() -> broken.confirm(KEY))
                .withMessage("can't remember a receipt: IllegalArgumentException");
    }

    @Test
    void anInterruptedThreadIsToldSoAndStaysInterrupted() {
        RedisSeenReceipts silent = RedisSeenReceipts.of((script, keys, arguments) -> new CompletableFuture<>());
        Thread.currentThread().interrupt();
        assertThatIllegalStateException()
                .isThrownBy(() -> silent.release(KEY))
                .withMessage("can't release a receipt: interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void timesOutOfBoundsAreRefused() {
        RedisSeenReceipts.Builder builder = RedisSeenReceipts.builder(redis.lettuce());
        assertThatIllegalArgumentException().isThrownBy(() -> builder.claim(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.age(Duration.ofNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(Duration.ofSeconds(-1)));
    }
}
