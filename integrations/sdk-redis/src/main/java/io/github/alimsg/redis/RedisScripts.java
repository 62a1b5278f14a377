package io.github.alimsg.redis;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Runs scripts on Redis, through a connection of the application: {@link LettuceScripts}, {@link JedisScripts}, or a
 * lambda for any other client. Thread-safe.
 */
@FunctionalInterface
public interface RedisScripts {
    /**
     * Runs a script. Returns at once: {@code reserve} of a {@link io.github.alimsg.core.pacing.RateLimiter} waits for
     * the result, and no longer than it promises.
     *
     * @param script what to run; {@code EVALSHA} with its digest saves sending it, {@code EVAL} with its text always works
     * @param keys the keys that it reads and writes, all in one slot of a cluster
     * @param arguments its arguments
     * @return the integers that it returns; completed exceptionally when Redis can't be asked. If it is cancelled, a
     *     script that has not been sent yet should not be sent any more
     */
    CompletionStage<List<Long>> run(RedisScript script, List<String> keys, List<String> arguments);
}
