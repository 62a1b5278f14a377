package io.github.alimsg.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.pacing.Lane;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** What limiters of several processes hand out through a real Redis. */
class RedisRateLimiterTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration LATENESS = Duration.ofMillis(40);

    private static RedisProcess redis;
    private static StatefulRedisConnection<String, String> connection;

    @BeforeAll
    static void start() {
        redis = RedisProcess.start();
        connection = redis.connect();
    }

    @AfterAll
    static void stop() {
        if (redis != null) {
            redis.close();
        }
    }

    @BeforeEach
    void forget() {
        connection.sync().flushall();
    }

    private static RedisScripts lettuce() {
        return new LettuceScripts(connection.async());
    }

    private static RedisRateLimiter.Builder limiter(RedisScripts scripts) {
        return RedisRateLimiter.builder(scripts)
                .account("5123456789")
                .limit("Send", 1)
                .timeout(Duration.ofSeconds(1));
    }

    @Test
    void processesTakeTurnsFromOneSequence() {
        RedisRateLimiter one = limiter(lettuce()).build();
        RedisRateLimiter other = limiter(lettuce()).build();

        assertThat(one.reserve("Send", 1, LONG)).isZero();
        assertAbout(other.reserve("Send", 1, LONG), 1_030);
        assertAbout(one.reserve("Send", 2, LONG), 2_060);
        assertAbout(other.reserve("Send", 1, LONG), 4_120);
        assertThat(one.reserve("Send", 1, Duration.ofSeconds(5)))
                .as("too late for the caller")
                .isNull();
        assertAbout(one.reserve("Send", 1, LONG), 5_150);
    }

    @Test
    void clientsOfBothKindsShareTheSameTurns() {
        try (var jedis = new UnifiedJedis(new redis.clients.jedis.HostAndPort("127.0.0.1", redis.port()))) {
            RedisRateLimiter one = limiter(new JedisScripts(jedis)).build();
            RedisRateLimiter other =
                    limiter(new JedisScripts(jedis, Runnable::run)).build();
            RedisRateLimiter third = limiter(lettuce()).build();

            assertThat(one.reserve("Send", 1, LONG)).isZero();
            assertAbout(other.reserve("Send", 1, LONG), 1_030);
            assertAbout(third.reserve("Send", 1, LONG), 2_060);
        }
    }

    @Test
    void aRedisThatHasForgottenTheScriptGetsItAgain() {
        try (var jedis = new UnifiedJedis(new redis.clients.jedis.HostAndPort("127.0.0.1", redis.port()))) {
            RedisRateLimiter one = limiter(lettuce()).build();
            RedisRateLimiter other = limiter(new JedisScripts(jedis)).build();
            assertThat(one.reserve("Send", 1, LONG)).isZero();

            connection.sync().scriptFlush();
            assertAbout(one.reserve("Send", 1, LONG), 1_030);
            connection.sync().scriptFlush();
            assertAbout(other.reserve("Send", 1, LONG), 2_060);

            assertThat(one.status("Send").isShared()).isTrue();
            assertThat(other.status("Send").isShared()).isTrue();
        }
    }

    @Test
    void turnsThatRedisHasLostAreNotHandedOutAgain() {
        RedisRateLimiter one = limiter(lettuce()).build();
        RedisRateLimiter other = limiter(lettuce()).build();
        for (int i = 0; i < 10; i++) {
            one.reserve("Send", 1, LONG);
        }
        other.reserve("Send", 1, LONG);

        connection.sync().flushall();

        // Four more, in case that others hold later ones.
        assertAbout(other.reserve("Send", 1, LONG), 11_330 + 4 * 1_030);
        assertAbout(one.reserve("Send", 1, LONG), 12_360 + 4 * 1_030);
    }

    @Test
    void aClockOfRedisThatHasJumpedBackKeepsNobodyWaiting() {
        RedisRateLimiter one = limiter(lettuce()).build();
        one.reserve("Send", 1, LONG);
        List<List<String>> requests = new ArrayList<>();
        RedisRateLimiter other = limiter((script, keys, arguments) -> {
                    requests.add(arguments);
                    List<String> jumped = new ArrayList<>(arguments);
                    jumped.set(2, Long.toString(Long.parseLong(arguments.get(2)) + 3 * 3_600_000_000L));
                    return lettuce().run(script, keys, jumped);
                })
                .build();

        assertAbout(other.reserve("Send", 1, LONG), 1_030);
        connection.sync().flushall();

        assertThat(other.reserve("Send", 1, LONG)).isLessThan(Duration.ofSeconds(8));
        assertThat(requests).hasSize(2);
    }

    @Test
    void operationsAccountsAndLimitsHaveTurnsOfTheirOwn() {
        RedisRateLimiter one = limiter(lettuce()).limit("List", 1).build();
        assertThat(one.reserve("Send", 1, LONG)).isZero();

        assertThat(one.reserve("List", 1, LONG)).isZero();
        assertThat(one.reserve("Unlimited", 1, LONG)).isZero();
        assertThat(limiter(lettuce()).account("other").build().reserve("Send", 1, LONG))
                .isZero();
        assertThat(limiter(lettuce()).limit("Send", 2).build().reserve("Send", 1, LONG))
                .isZero();
    }

    @Test
    void limitsAreThoseOfThePacingOfAClient() {
        RedisRateLimiter documented = RedisRateLimiter.builder(lettuce())
                .account("a")
                .documentedLimits(CamsClient.PRODUCT)
                .limit("SendChatappMessage", 1)
                .timeout(Duration.ofSeconds(1))
                .build();
        documented.reserve("EnableWhatsappROIMetric", 1, LONG);
        documented.reserve("SendChatappMessage", 1, LONG);

        assertAbout(documented.reserve("EnableWhatsappROIMetric", 1, LONG), 206);
        assertAbout(documented.reserve("SendChatappMessage", 1, LONG), 1_030);
    }

    @Test
    void bulkCallsOfOneProcessLetThoseOfAnotherPass() {
        RedisRateLimiter codes = limiter(lettuce()).build();
        RedisRateLimiter campaign = limiter(lettuce()).build();
        assertThat(campaign.reserve("Send", 1, LONG, Lane.BULK)).isZero();
        long before = campaign.status("Send").requests();

        assertThat(campaign.reserve("Send", 1, LONG, Lane.BULK)).isNull();
        assertThat(campaign.reserve("Send", 1, LONG, Lane.BULK)).isNull();

        assertThat(campaign.status("Send").requests())
                .as("no request before there can be a turn")
                .isEqualTo(before + 1);
        assertAbout(codes.reserve("Send", 1, LONG), 1_030);
    }

    @Test
    void keysExpireAndSayNothingPersonal() {
        limiter(lettuce()).build().reserve("Send", 1, LONG, Lane.BULK);

        assertThat(connection.sync().keys("*"))
                .containsExactlyInAnyOrder(
                        "alimsg:turns:v1:{5123456789:Send}:1030000",
                        "alimsg:turns:v1:{5123456789:Send}:1030000:bulk",
                        "alimsg:turns:v1:{5123456789:Send}:members")
                .allSatisfy(key -> assertThat(connection.sync().pttl(key)).isBetween(1L, 75_000L));
    }

    @Test
    void callersThatWaitAtTheSameTimeShareRequests() throws Exception {
        var held = new CountDownLatch(1);
        RedisRateLimiter slow = limiter((script, keys, arguments) -> CompletableFuture.runAsync(() -> await(held))
                        .thenCompose(any -> lettuce().run(script, keys, arguments)))
                .build();
        var answers = new ConcurrentLinkedQueue<Duration>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            var thread = new Thread(() -> answers.add(slow.reserve("Send", 1, LONG)));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }
        held.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(answers).hasSize(50);
        assertThat(slow.status("Send").turns()).isEqualTo(50);
        assertThat(slow.status("Send").requests()).isBetween(3L, 4L);
    }

    @Test
    void processesAreCounted() {
        RedisRateLimiter one = limiter(lettuce()).build();
        RedisRateLimiter other = limiter(lettuce()).build();
        one.reserve("Send", 1, LONG);
        other.reserve("Send", 1, LONG);

        assertThat(one.status("Send").members()).isEqualTo(1);
        assertThat(other.status("Send").members()).isEqualTo(2);
        assertThat(other.status("Send").toString())
                .startsWith("shared, members=2, backlog=PT2.0")
                .endsWith(", requests=1, turns=1, localTurns=0");
        assertThatThrownBy(() -> one.status("List")).hasMessage("List has no limit; those with one: Send");
    }

    @Test
    void whatIsMissingOrWrongIsNamed() {
        assertThatThrownBy(
                        () -> RedisRateLimiter.builder(lettuce()).account("a").build())
                .hasMessage("account and at least one limit are required");
        assertThatThrownBy(() -> limiter(lettuce()).account("{a}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limiter(lettuce()).limit("Send", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limiter(lettuce()).timeout(Duration.ofSeconds(2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limiter(lettuce()).build().reserve("Send", 0, LONG))
                .hasMessage("permits must be at least 1, not 0");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    private static void assertAbout(Duration wait, long millis) {
        assertThat(wait)
                .isBetween(Duration.ofMillis(millis).minus(LATENESS.multipliedBy(10)), Duration.ofMillis(millis));
    }
}
