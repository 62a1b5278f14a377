package io.github.alimsg.spring.boot.shared;

import io.github.alimsg.redis.RedisScript;
import io.github.alimsg.redis.RedisScripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;

/**
 * Runs scripts on connections of Spring Data, whatever client is below it. It blocks, so each script runs on one of at most
 * 64 daemon threads; one that finds all of them waiting for Redis is refused.
 */
final class SpringDataScripts implements RedisScripts {
    private static final int MAX_THREADS = 64;
    private static final int IDLE_SECONDS = 10;

    private final StringRedisTemplate template;
    private final ThreadPoolExecutor executor;
    private final Map<String, DefaultRedisScript<List<?>>> known = new ConcurrentHashMap<>();

    SpringDataScripts(RedisConnectionFactory factory) {
        this.template = new StringRedisTemplate(factory);
        var number = new AtomicInteger();
        this.executor = new ThreadPoolExecutor(
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
            List<?> values = template.execute(known(script), keys, arguments.toArray());
            List<Long> integers = new ArrayList<>();
            Objects.requireNonNull(values, "values").forEach(value -> integers.add((Long) value));
            result.complete(integers);
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
    }

    /** Spring Data's form of a script, which sends the digest first and the text if Redis doesn't know it. */
    @SuppressWarnings("unchecked") // a class has no element type
    private DefaultRedisScript<List<?>> known(RedisScript script) {
        return known.computeIfAbsent(
                script.text(), text -> new DefaultRedisScript<>(text, (Class<List<?>>) (Class<?>) List.class));
    }
}
