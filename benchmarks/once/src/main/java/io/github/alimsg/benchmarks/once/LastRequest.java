package io.github.alimsg.benchmarks.once;

import io.github.alimsg.redis.RedisScript;
import io.github.alimsg.redis.RedisScripts;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;

/** Passes scripts on, and keeps the last request, to send it again without a limiter: a bare round trip. */
final class LastRequest implements RedisScripts {
    private final RedisScripts scripts;
    private volatile Callable<List<Long>> last = List::of;

    LastRequest(RedisScripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public CompletionStage<List<Long>> run(RedisScript script, List<String> keys, List<String> arguments) {
        last = () -> scripts.run(script, keys, arguments).toCompletableFuture().get();
        return scripts.run(script, keys, arguments);
    }

    /** Sends it again, and waits for the answer. */
    void again() {
        try {
            last.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
