package io.github.alimsg.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
public final class JedisScripts implements RedisScripts {
    private static final int MAX_THREADS = 64;
    private static final int IDLE_SECONDS = 10;

    private final UnifiedJedis jedis;
    private final Executor executor;

    /**
     * Uses a pool, and at most 64 daemon threads. A script that finds all of them busy is refused.
     *
     * @param jedis the pool
     */
    @SuppressWarnings("exports") // Whoever has Jedis requires its module.
    public JedisScripts(UnifiedJedis jedis) {
        this(jedis, daemonThreads());
    }

    /**
     * Uses a pool and an executor.
     *
     * @param jedis the pool
     * @param executor runs the scripts, such as one of virtual threads; it stays the application's
     */
    @SuppressWarnings("exports")
    public JedisScripts(UnifiedJedis jedis, Executor executor) {
        this.jedis = jedis;
        this.executor = executor;
    }

    private static Executor daemonThreads() {
        var number = new AtomicInteger();
        return new ThreadPoolExecutor(
                0, MAX_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    var thread = new Thread(task, "alimsg-redis-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    @Override
    public CompletionStage<List<Long>> run(RedisScript script, List<String> keys, List<String> arguments) {
        var result = new CompletableFuture<List<Long>>();
        try {
            executor.execute(() -> run(script, keys, arguments, result));
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
        return result;
    }

    private void run(
            RedisScript script, List<String> keys, List<String> arguments, CompletableFuture<List<Long>> result) {
        if (result.isDone()) {
            return;
        }
        try {
            result.complete(integers(eval(script, keys, arguments)));
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
    }

    private Object eval(RedisScript script, List<String> keys, List<String> arguments) {
        try {
            return jedis.evalsha(script.digest(), keys, arguments);
        } catch (JedisNoScriptException e) {
            return jedis.eval(script.text(), keys, arguments);
        }
    }

    private static List<Long> integers(Object reply) {
        List<Long> integers = new ArrayList<>();
        for (Object value : (List<?>) reply) {
            integers.add((Long) value);
        }
        return integers;
    }
}
