package io.github.alimsg.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisScriptingAsyncCommands;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Runs scripts through a connection of Lettuce 6.6 or newer, which stays the application's:
 *
 * <pre>{@code
 * RedisScripts scripts = new LettuceScripts(RedisClient.create("redis://localhost").connect().async());
 * }</pre>
 */
public final class LettuceScripts implements RedisScripts {
    private static final String[] NONE = {};

    private final RedisScriptingAsyncCommands<String, String> commands;

    /**
     * Uses a connection.
     *
     * @param commands the connection's asynchronous commands, of a single server or of a cluster
     */
    @SuppressWarnings("exports") // Whoever has Lettuce requires its module.
    public LettuceScripts(RedisScriptingAsyncCommands<String, String> commands) {
        this.commands = commands;
    }

    @Override
    public CompletionStage<List<Long>> run(RedisScript script, List<String> keys, List<String> arguments) {
        String[] keyArray = keys.toArray(NONE);
        String[] argumentArray = arguments.toArray(NONE);
        var result = new CompletableFuture<List<Long>>();
        RedisFuture<List<Long>> known =
                commands.evalsha(script.digest(), ScriptOutputType.MULTI, keyArray, argumentArray);
        cancelWith(result, known);
        known.whenComplete((values, failure) -> {
            if (isUnknownScript(failure)) {
                RedisFuture<List<Long>> sent =
                        commands.eval(script.text(), ScriptOutputType.MULTI, keyArray, argumentArray);
                cancelWith(result, sent);
                sent.whenComplete((later, again) -> complete(result, later, again));
            } else {
                complete(result, values, failure);
            }
        });
        return result;
    }

    private static boolean isUnknownScript(@Nullable Throwable failure) {
        return failure instanceof RedisNoScriptException
                || failure instanceof CompletionException && failure.getCause() instanceof RedisNoScriptException;
    }

    /** Lettuce keeps commands until it is connected again, unless they are cancelled. */
    private static void cancelWith(CompletableFuture<List<Long>> result, RedisFuture<List<Long>> command) {
        var unused = result.whenComplete((values, failure) -> {
            if (result.isCancelled()) {
                command.cancel(true);
            }
        });
    }

    private static void complete(CompletableFuture<List<Long>> result, List<Long> values, @Nullable Throwable failure) {
        if (failure == null) {
            result.complete(values);
        } else {
            result.completeExceptionally(failure);
        }
    }
}
