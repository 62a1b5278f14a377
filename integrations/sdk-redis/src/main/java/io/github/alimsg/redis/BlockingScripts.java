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

/**
 * Runs scripts through a client that blocks, each on a thread of an executor: {@link JedisScripts}, or one of another client
 * that extends this.
 */
public abstract class BlockingScripts implements RedisScripts {
    private static final int MAX_THREADS = 64;
    private static final int IDLE_SECONDS = 10;

    private final Executor executor;

    /** Uses at most 64 daemon threads. A script that finds all of them busy is refused. */
    protected BlockingScripts() {
        this(daemonThreads());
    }

    /**
     * Uses an executor.
     *
     * @param executor runs the scripts, such as one of virtual threads; it stays the application's
     */
    protected BlockingScripts(Executor executor) {
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

    /**
     * Runs a script, and waits for what it returns.
     *
     * @param script what to run
     * @param keys the keys that it reads and writes
     * @param arguments its arguments
     * @return the integers that it returns, each a {@link Long}
     */
    protected abstract List<?> runBlocking(RedisScript script, List<String> keys, List<String> arguments);

    @Override
    public final CompletionStage<List<Long>> run(RedisScript script, List<String> keys, List<String> arguments) {
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
            List<Long> integers = new ArrayList<>();
            for (Object value : runBlocking(script, keys, arguments)) {
                integers.add((Long) value);
            }
            result.complete(integers);
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
    }
}
