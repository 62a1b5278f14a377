package io.github.alimsg.redis;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs scripts, and waits for what they return, for a bounded time. */
final class Answer {
    private final RedisScripts scripts;
    private final Duration timeout;

    Answer(RedisScripts scripts, Duration timeout) {
        this.scripts = scripts;
        this.timeout = timeout;
    }

    /**
     * Runs a script.
     *
     * @param what the step, as it follows "can't"
     * @return the integers that it returns
     * @throws IllegalStateException when Redis can't be asked, or not in time; the script may have run
     */
    List<Long> of(String what, RedisScript script, List<String> keys, List<String> arguments) {
        CompletableFuture<List<Long>> result;
        try {
            result = scripts.run(script, keys, arguments).toCompletableFuture();
        } catch (RuntimeException e) { // of the client, such as a closed one
            throw failure(what, e.getClass().getSimpleName(), e);
        }
        try {
            return result.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw failure(what, cause.getClass().getSimpleName(), cause);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw failure(what, "no answer within " + timeout.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw failure(what, "interrupted", e);
        }
    }

    /** {@return a time that Redis can count, which does so in whole milliseconds} */
    static Duration requireMillisecond(Duration duration, String name) {
        if (duration.toMillis() < 1) {
            throw new IllegalArgumentException(name + " must be at least a millisecond, not " + duration);
        }
        return duration;
    }

    private static IllegalStateException failure(String what, String why, Throwable cause) {
        return new IllegalStateException("can't " + what + ": " + why, cause);
    }
}
