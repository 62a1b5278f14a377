package io.github.alimsg.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The script in Redis and {@link TurnCount} give the same answers. */
class TurnScriptTest {
    private static final int AT_ONCE = 500;
    private static final long SECOND = 1_000_000;

    private static RedisProcess redis;
    private static RedisAsyncCommands<String, String> commands;
    private static RedisScripts scripts;

    private final Random random = new Random(20261129);

    @BeforeAll
    static void start() {
        redis = RedisProcess.start();
        commands = redis.connect().async();
        scripts = new LettuceScripts(commands);
        // Redis has the script from then on. Until then requests are sent again, and so in another order.
        var limit = new Limit(1, 0);
        var held = new Held(0, 0);
        List<String> arguments = TurnScript.arguments(limit, held, 0, "", List.of(), 0);
        scripts.run(TurnScript.SCRIPT, TurnScript.keys("test", "first", limit), arguments)
                .toCompletableFuture()
                .join();
    }

    @AfterAll
    static void stop() {
        if (redis != null) {
            redis.close();
        }
    }

    @Test
    void theScriptAndItsTwinAgreeOnRandomSequences() {
        agreeOn(3_000);
    }

    @Test
    @Tag("redis-long")
    void theScriptAndItsTwinAgreeOnAMillionRandomSequences() {
        agreeOn(1_000_000);
    }

    private void agreeOn(int sequences) {
        for (int done = 0; done < sequences; done += AT_ONCE) {
            List<Sequence> some = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                some.add(new Sequence("sequence " + i));
            }
            // Requests of different sequences are under way at the same time.
            some.forEach(Sequence::send);
            some.forEach(Sequence::check);
        }
    }

    /** Some requests of processes for the turns of one operation, which begins anew. */
    private final class Sequence {
        private final List<String> keys;
        private final Limit limit;
        private final List<Sent> sent = new ArrayList<>();
        private final TurnCount twin = new TurnCount();

        private record Sent(Held held, long left, List<Caller> callers, CompletableFuture<List<Long>> reply) {}

        Sequence(String name) {
            limit = new Limit(1 + random.nextInt((int) SECOND), random.nextInt(30_000));
            keys = TurnScript.keys("test", name, new Limit(0, 0));
        }

        void send() {
            var unused = commands.del(keys.toArray(new String[0]));
            for (int i = 1 + random.nextInt(5); i > 0; i--) {
                long now = System.currentTimeMillis() * 1_000;
                long left = random.nextBoolean() ? -SECOND : random.nextInt(20 * (int) SECOND) - 10 * SECOND;
                long redis = switch (random.nextInt(4)) {
                    case 0 -> 0;
                    case 1 -> now + left + random.nextInt(100_000);
                    case 2 -> now + left + 3_600 * SECOND;
                    default -> now + left - 3_600 * SECOND;
                };
                var held = new Held(redis, 0);
                List<Caller> callers = new ArrayList<>();
                for (int j = random.nextInt(6); j > 0; j--) {
                    Duration longest = Duration.ofNanos(1_000L * random.nextInt(4 * (int) SECOND));
                    callers.add(new Caller(1 + random.nextInt(3), longest, random.nextInt(3) == 0, 0));
                }
                List<String> arguments = TurnScript.arguments(limit, held, left, "", callers, 0);
                sent.add(new Sent(
                        held,
                        left,
                        callers,
                        scripts.run(TurnScript.SCRIPT, keys, arguments).toCompletableFuture()));
            }
        }

        void check() {
            long earliest = 0;
            for (Sent request : sent) {
                List<Long> reply = request.reply.join();
                long now = reply.get(0);
                long end = now + request.left;
                long held = Math.max(end - SECOND, Math.min(end + SECOND, request.held.redis()));
                boolean lost = request == sent.get(0) && held > now;
                held += lost ? 4 * limit.distance() : 0;
                twin.begin(now, held, limit.late());
                List<Long> expected = new ArrayList<>(List.of(now, 0L, 0L));
                for (Caller caller : request.callers) {
                    long answer =
                            twin.take(now, limit.distance(), caller.permits(), caller.longestWait(0), caller.isBulk());
                    expected.add(answer);
                    if (answer >= 0) {
                        assertThat(now + answer).isGreaterThanOrEqualTo(earliest - limit.late());
                        earliest = Math.max(earliest, now + answer) + caller.permits() * limit.distance();
                    }
                }
                assertThat(reply).isEqualTo(expected);
            }
        }
    }
}
