package io.github.alimsg.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.JedisPooled;

/** A Redis for tests of stores, with a connection by each client, as of two processes, and a clock that tests move. */
final class StoreRedis {
    private final RedisProcess process = RedisProcess.start();
    private final StatefulRedisConnection<String, String> connection = process.connect();
    private final JedisPooled jedis = new JedisPooled("127.0.0.1", process.port());
    private final AtomicLong millis = new AtomicLong(1_790_000_000_000L);

    RedisScripts lettuce() {
        return withClock(new LettuceScripts(connection.async()));
    }

    /** Scripts with the clock of Redis itself. */
    RedisScripts realScripts() {
        return new LettuceScripts(connection.async());
    }

    RedisScripts jedis() {
        return withClock(new JedisScripts(jedis));
    }

    /** Scripts that take the clock of this object for that of Redis. */
    private RedisScripts withClock(RedisScripts scripts) {
        return (script, keys, arguments) -> {
            long now = millis.get();
            String time = "{'" + now / 1_000 + "', '" + now % 1_000 * 1_000 + "'}";
            return scripts.run(RedisScript.of(script.text().replace("redis.call('time')", time)), keys, arguments);
        };
    }

    void advance(Duration time) {
        millis.addAndGet(time.toMillis());
    }

    Instant instant() {
        return Instant.ofEpochMilli(millis.get());
    }

    @Nullable
    String get(String key) {
        return jedis.get(key);
    }

    long millisLeft(String key) {
        return jedis.pttl(key);
    }

    /** Ends a key, as its time would. */
    void expire(String key) {
        jedis.pexpire(key, 0);
    }

    void clear() {
        jedis.flushAll();
    }

    void close() throws Exception {
        jedis.close();
        process.close();
    }
}
