package io.github.alimsg.it.throttling;

import io.github.alimsg.redis.RedisScript;
import io.github.alimsg.redis.RedisScripts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Redis in virtual time, at the end of a network, and with faults. It knows one script, that of {@code RedisRateLimiter},
 * for calls that are not in bulk.
 */
final class VirtualRedis implements RedisScripts {
    /** Where the arguments of the script are that tell Redis of turns it may have forgotten. */
    private static final int HELD = 2;

    private static final int HELD_FROM_NOW = 3;
    private static final int CALLERS = 5;
    private static final long TOLERANCE = 1_000_000;

    private final VirtualTime time;
    private final Duration shortestWay;
    private final Duration longestWay;
    private final Map<String, Long> free = new HashMap<>();
    private final NavigableSet<String> members = new TreeSet<>();
    private final Random random = new Random(20261129);
    private boolean heals = true;
    private boolean down;
    private @Nullable List<Runnable> stopped;
    private int runs;

    /**
     * @param shortestWay to Redis, and the same back
     * @param longestWay as well; what is between is equally likely
     */
    VirtualRedis(VirtualTime time, Duration shortestWay, Duration longestWay) {
        this.time = time;
        this.shortestWay = shortestWay;
        this.longestWay = longestWay;
    }

    /** From now on it does not believe what processes say of the turns that they hold. */
    VirtualRedis withoutHealing() {
        heals = false;
        return this;
    }

    /** It neither reads nor writes for some time, as after SIGSTOP, then does what has been asked meanwhile. */
    void stop(Duration after, Duration length) {
        time.schedule(after, () -> stopped = new ArrayList<>());
        time.schedule(after.plus(length), () -> {
            List<Runnable> requests = stopped == null ? List.of() : stopped;
            stopped = null;
            requests.forEach(Runnable::run);
        });
    }

    /** It refuses connections for some time, and has then forgotten everything. */
    void restartEmpty(Duration after, Duration length) {
        time.schedule(after, () -> down = true);
        time.schedule(after.plus(length), () -> {
            free.clear();
            members.clear();
            down = false;
        });
    }

    /** How many scripts it has run. */
    int runs() {
        return runs;
    }

    @Override
    public CompletionStage<List<Long>> run(RedisScript script, List<String> keys, List<String> arguments) {
        var result = new CompletableFuture<List<Long>>();
        time.schedule(way(), () -> arrive(keys, arguments, result));
        return result;
    }

    private Duration way() {
        return shortestWay.plusNanos(
                (long) (random.nextDouble() * longestWay.minus(shortestWay).toNanos()));
    }

    private void arrive(List<String> keys, List<String> arguments, CompletableFuture<List<Long>> result) {
        if (stopped != null) {
            stopped.add(() -> arrive(keys, arguments, result));
        } else if (down) {
            time.schedule(way(), () -> result.completeExceptionally(new CompletionException("refused", null)));
        } else {
            List<Long> reply = reply(keys, arguments);
            time.schedule(way(), () -> result.complete(reply));
        }
    }

    private List<Long> reply(List<String> keys, List<String> arguments) {
        runs++;
        Instant instant = time.instant();
        long now = instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
        long held = now + Long.parseLong(arguments.get(HELD_FROM_NOW));
        held = Math.max(held - TOLERANCE, Math.min(held + TOLERANCE, Long.parseLong(arguments.get(HELD))));
        boolean lost = !free.containsKey(keys.get(0)) && held > now;
        held += lost ? 4 * Long.parseLong(arguments.get(0)) : 0;
        long next = Math.max(free.getOrDefault(keys.get(0), 0L), now - Long.parseLong(arguments.get(1)));
        next = heals ? Math.max(next, held) : next;
        String member = arguments.get(CALLERS - 1);
        List<Long> reply = new ArrayList<>(List.of(now, 0L, 0L));
        if (!member.isEmpty()) {
            members.add(member);
            reply.set(1, (long) members.size());
            reply.set(2, (long) members.headSet(member).size());
        }
        for (int i = CALLERS; i < arguments.size(); i += 3) {
            long wait = Math.max(0, next - now);
            boolean taken = wait <= Long.parseLong(arguments.get(i + 1));
            next += taken ? Long.parseLong(arguments.get(i)) * Long.parseLong(arguments.get(0)) : 0;
            reply.add(taken ? wait : -1L);
        }
        free.put(keys.get(0), next);
        return reply;
    }
}
