package io.github.alimsg.redis;

import java.util.ArrayList;
import java.util.List;

/**
 * {@link TurnCount} in Redis. One run serves the callers of one process that wait, in their order, and counts the process
 * among those that take turns. Only the clock of Redis is used.
 */
final class TurnScript {
    /** What is before the answers of callers: the time, how many processes there are, and which of them this is. */
    static final int HEAD = 3;

    static final RedisScript SCRIPT = RedisScript.of("""
            -- KEYS: when the next turn is free; from when on bulk calls may take a kept turn; the processes.
            -- ARGV: distance; lateness; the end of the latest turn that the process holds, by the clock of Redis
            -- and from now; the process, or nothing; then of each caller: permits, longest wait, 1 if in bulk.
            -- All times are microseconds. Lua writes numbers with 14 digits unless they are formatted.
            local clock = redis.call('TIME')
            local now = clock[1] * 1000000 + clock[2]
            local distance, late = tonumber(ARGV[1]), tonumber(ARGV[2])
            -- Within a second of what the process's clock says, in case the clock of Redis has jumped.
            local held = now + ARGV[4]
            held = math.max(held - 1000000, math.min(held + 1000000, tonumber(ARGV[3])))
            local stored = redis.call('GET', KEYS[1])
            if not stored and held > now then
              -- Lost. Other processes, which have not told yet, may hold later turns.
              held = held + 4 * distance
            end
            local free = math.max(tonumber(stored or 0), held, now - late)

            local members, rank = {}, 0
            if ARGV[5] ~= '' then
              redis.call('ZADD', KEYS[3], string.format('%.0f', now), ARGV[5])
              redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', string.format('%.0f', now - 15000000))
              redis.call('PEXPIRE', KEYS[3], 15000)
              members = redis.call('ZRANGE', KEYS[3], 0, -1)
              for _, member in ipairs(members) do
                rank = rank + (member < ARGV[5] and 1 or 0)
              end
            end

            local answers, kept = {now, #members, rank}, nil
            for i = 6, #ARGV, 3 do
              local permits, longest, bulk = tonumber(ARGV[i]), tonumber(ARGV[i + 1]), ARGV[i + 2] == '1'
              local wait, answer = math.max(0, free - now), -1
              if bulk then
                kept = kept or tonumber(redis.call('GET', KEYS[2]) or 0)
              end
              if wait > longest or bulk and wait > 100000 and kept > now then
                if bulk then
                  answer = -1 - math.max(0, math.min(free - 100000, kept) - now)
                end
              else
                answer = wait
                free = free + permits * distance
                if bulk then
                  local pause = 10 * permits * distance
                  kept = now + math.min(math.max(kept - now, -100000) + pause, pause)
                end
              end
              answers[#answers + 1] = answer
            end

            local function keep(key, value)
              local millis = math.max(0, value - now) / 1000 + 60000
              redis.call('SET', key, string.format('%.0f', value), 'PX', string.format('%.0f', millis))
            end
            keep(KEYS[1], free)
            if kept then
              keep(KEYS[2], kept)
            end
            return answers
            """);

    private TurnScript() {}

    /**
     * Returns the keys of an operation, which share a slot of a cluster. The distance is part of their names: a limit that
     * was changed begins anew.
     */
    static List<String> keys(String account, String operation, Limit limit) {
        String name = "alimsg:turns:v1:{" + account + ":" + operation + "}:";
        String turns = name + limit.distance();
        return List.of(turns, turns + ":bulk", name + "members");
    }

    /**
     * Returns the arguments.
     *
     * @param left how far in the future the latest turn ends that the process holds, by its own clock; may be negative
     * @param member the process, if it is to be counted now; else empty
     * @param now nanoseconds, by which callers have waited
     */
    static List<String> arguments(Limit limit, Held held, long left, String member, List<Caller> callers, long now) {
        List<String> arguments = new ArrayList<>(5 + 3 * callers.size());
        arguments.add(Long.toString(limit.distance()));
        arguments.add(Long.toString(limit.late()));
        arguments.add(Long.toString(held.redis()));
        arguments.add(Long.toString(left));
        arguments.add(member);
        for (Caller caller : callers) {
            arguments.add(Integer.toString(caller.permits()));
            arguments.add(Long.toString(caller.longestWait(now)));
            arguments.add(caller.isBulk() ? "1" : "0");
        }
        return arguments;
    }
}
