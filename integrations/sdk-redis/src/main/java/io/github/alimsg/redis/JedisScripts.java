package io.github.alimsg.redis;

import java.util.List;
import java.util.concurrent.Executor;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * Runs scripts through a pool of Jedis 6 or newer, which stays the application's:
 *
 * <pre>{@code
 * RedisScripts scripts = new JedisScripts(new JedisPooled("localhost", 6379)); // RedisClient.create(…) from 7.2 on
 * }</pre>
 *
 * <p>Jedis blocks, so each script runs on a thread of an executor. Give the pool short timeouts: a thread waits for them
 * while Redis is away.
 */
public final class JedisScripts extends BlockingScripts {
    private final UnifiedJedis jedis;

    /**
     * Uses a pool, and at most 64 daemon threads. A script that finds all of them busy is refused.
     *
     * @param jedis the pool
     */
    @SuppressWarnings("exports") // Whoever has Jedis requires its module.
    public JedisScripts(UnifiedJedis jedis) {
        this.jedis = jedis;
    }

    /**
     * Uses a pool and an executor.
     *
     * @param jedis the pool
     * @param executor runs the scripts, such as one of virtual threads; it stays the application's
     */
    @SuppressWarnings("exports")
    public JedisScripts(UnifiedJedis jedis, Executor executor) {
        super(executor);
        this.jedis = jedis;
    }

    @Override
    protected List<?> runBlocking(RedisScript script, List<String> keys, List<String> arguments) {
        try {
            return (List<?>) jedis.evalsha(script.digest(), keys, arguments);
        } catch (JedisNoScriptException e) {
            return (List<?>) jedis.eval(script.text(), keys, arguments);
        }
    }
}
