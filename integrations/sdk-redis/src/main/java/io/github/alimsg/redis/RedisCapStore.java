package io.github.alimsg.redis;

import io.github.alimsg.caps.CapStore;
import io.github.alimsg.caps.CapWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps the counts of caps in Redis, for all processes that share it.
 *
 * <pre>{@code
 * SendCaps caps = SendCaps.in(RedisCapStore.of(new LettuceScripts(connection.async())), key, WhenAway.REFUSE)
 *         .perNumber(3, Duration.ofMinutes(10))
 *         .total(20_000, Duration.ofDays(1));
 * }</pre>
 *
 * <p>A send is counted in all of its windows or in none, by one script. Windows slide by the clock of Redis: clocks of
 * processes don't matter, not even when they are hours off. A send is kept up to a sixtieth of its window's length longer.
 * One that is given back is found by the time at which it was taken; the clock of its process must not be set in between.
 *
 * <p>Each window is a hash of at most some 60 numbers, which expires when it is empty. Its key is <code>{alimsg:cap}:</code>
 * with the window's, which has a hash in place of a number. The braces keep all windows in one slot of a cluster, as one
 * script needs it: its node counts all sends. What Redis loses, such as in a failover or because it evicts keys, is
 * uncounted.
 *
 * <p>A step waits for Redis for half a second, or what it was told, and fails with an {@link IllegalStateException}. Immutable
 * and safe for concurrent use.
 */
@SuppressWarnings("exports") // of an optional module
public final class RedisCapStore implements CapStore {
    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final String KEYS = "{alimsg:cap}:";
    private static final int SLICES = 60;

    /**
     * For each window: limit, length, length of a slice. Returns the index of the first that is full, or -1, and the time.
     * A slice counts until its last moment has left the window, so the limit is never exceeded.
     */
    private static final RedisScript TAKE = RedisScript.of("""
            local time = redis.call('time')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            for i, key in ipairs(KEYS) do
              local limit, length, slice = tonumber(ARGV[i * 3 - 2]), ARGV[i * 3 - 1], ARGV[i * 3]
              local count = 0
              local counts = redis.call('hgetall', key)
              for j = 1, #counts, 2 do
                if (counts[j] + 1) * slice <= now - length then
                  redis.call('hdel', key, counts[j])
                else
                  count = count + counts[j + 1]
                end
              end
              if count >= limit then
                return {i - 1, now}
              end
            end
            for i, key in ipairs(KEYS) do
              local length, slice = ARGV[i * 3 - 1], ARGV[i * 3]
              redis.call('hincrby', key, string.format('%.0f', math.floor(now / slice)), 1)
              redis.call('pexpire', key, string.format('%.0f', length + slice))
            end
            return {-1, now}
            """);

    /**
     * The time of the send, then for each window: length, length of a slice. Nothing happens when the send is forgotten. If
     * it isn't in its slice, because clocks differ, one of the slice before goes: the rest then counts longer, not shorter.
     */
    private static final RedisScript GIVE_BACK = RedisScript.of("""
            local time = redis.call('time')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            for i, key in ipairs(KEYS) do
              local length, slice = ARGV[i * 2], ARGV[i * 2 + 1]
              local taken = math.floor(ARGV[1] / slice)
              if (taken + 1) * slice > now - length then
                local before, first
                local counts = redis.call('hgetall', key)
                for j = 1, #counts, 2 do
                  local at = tonumber(counts[j])
                  if (at + 1) * slice > now - length then
                    if at <= taken and (not before or at > before) then before = at end
                    if not first or at < first then first = at end
                  end
                end
                local at = before or first
                if at then
                  local field = string.format('%.0f', at)
                  if redis.call('hincrby', key, field, -1) <= 0 then
                    redis.call('hdel', key, field)
                  end
                end
              end
            end
            return {now}
            """);

    private final Answer answer;
    private final ClockDifference difference = new ClockDifference();

    private RedisCapStore(RedisScripts scripts, Duration timeout) {
        this.answer = new Answer(Objects.requireNonNull(scripts), Answer.requireMillisecond(timeout, "timeout"));
    }

    /**
     * A store that waits for Redis for half a second. Does not ask it yet.
     *
     * @param scripts runs the scripts: a {@link LettuceScripts}, a {@link JedisScripts} or your own
     * @return the store
     */
    public static RedisCapStore of(RedisScripts scripts) {
        return of(scripts, TIMEOUT);
    }

    /**
     * A store. Does not ask Redis yet.
     *
     * @param scripts runs the scripts: a {@link LettuceScripts}, a {@link JedisScripts} or your own
     * @param timeout how long a step waits for Redis, at least a millisecond. A send waits for its calls to the store,
     *     whatever its own timeout
     * @return the store
     * @throws IllegalArgumentException when the timeout is less
     */
    public static RedisCapStore of(RedisScripts scripts, Duration timeout) {
        return new RedisCapStore(scripts, timeout);
    }

    /**
     * Counts a send in all windows, or in none.
     *
     * @param now the time by the clock of this process; it says nothing but which send it is when it is given back
     * @throws IllegalStateException when Redis can't be asked; the send may be counted
     */
    @Override
    public int take(List<CapWindow> windows, Instant now) {
        List<String> arguments = new ArrayList<>();
        for (CapWindow window : windows) {
            arguments.add(Integer.toString(window.limit()));
            addLengths(window, arguments);
        }
        List<Long> result = answer.of("count a send", TAKE, keys(windows), arguments);
        difference.seen(now.toEpochMilli(), result.get(1));
        return result.get(0).intValue();
    }

    /**
     * Takes a send out of all windows again.
     *
     * @throws IllegalStateException when Redis can't be asked; the send then stays counted
     */
    @Override
    public void giveBack(List<CapWindow> windows, Instant takenAt) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Long.toString(difference.there(takenAt.toEpochMilli())));
        windows.forEach(window -> addLengths(window, arguments));
        answer.of("give back a send", GIVE_BACK, keys(windows), arguments);
    }

    private static List<String> keys(List<CapWindow> windows) {
        return windows.stream().map(window -> KEYS + window.key()).toList();
    }

    private static void addLengths(CapWindow window, List<String> arguments) {
        long length = window.length().toMillis();
        arguments.add(Long.toString(length));
        arguments.add(Long.toString((length + SLICES - 1) / SLICES));
    }

    /**
     * How far the clock of Redis is ahead of that of this process. The least of what was seen, because the rest of the
     * difference is time on the way, until it has changed by more than a second.
     */
    private static final class ClockDifference {
        private static final long UNKNOWN = Long.MAX_VALUE;
        private static final long CHANGED = 1_000;

        private final AtomicLong millis = new AtomicLong(UNKNOWN);

        void seen(long here, long there) {
            millis.accumulateAndGet(there - here, (old, seen) -> seen < old || seen - old > CHANGED ? seen : old);
        }

        /** What the clock of Redis said at a time of this process, or a little earlier. */
        long there(long here) {
            long difference = millis.get();
            return difference == UNKNOWN ? here : here + difference;
        }
    }
}
