package io.github.alimsg.redis;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a process knows of an operation's turns: the latest that it has handed out, how many other processes there are,
 * and the turns of its own share for when Redis is away. Thread-safe; waits for nothing.
 */
final class Ledger {
    private final Limit limit;
    private final Members members;
    private final TurnCount localTurns = new TurnCount();
    private Held held;

    /** The clock of Redis minus that of this process, in microseconds; 0 before the first answer. */
    private long offset;

    /** Before that, in nanoseconds, no bulk call gets a turn. */
    private long bulkFrom;

    private long requests;
    private long turns;
    private long localTurnsTaken;

    /** @param now in nanoseconds, as everywhere in this class */
    Ledger(Limit limit, long now) {
        this.limit = limit;
        this.members = new Members(now);
        this.held = new Held(0, now / 1_000);
        this.bulkFrom = now;
    }

    /** {@return whether Redis has never answered} */
    synchronized boolean isEmpty() {
        return offset == 0;
    }

    /** {@return whether there can be a turn for a bulk call, as far as is known} */
    synchronized boolean mayHaveBulkTurn(long now) {
        return now - bulkFrom >= 0;
    }

    /** {@return the arguments of a request} */
    synchronized List<String> arguments(Request request, String member) {
        requests++;
        String beat = members.takeBeat(request.sentAt) ? member : "";
        long left = held.local() - request.sentAt / 1_000;
        return TurnScript.arguments(limit, held, left, beat, request.callers, request.sentAt);
    }

    /** Gives the callers of a request their answers. */
    synchronized void answer(Request request, List<Long> values, long now) {
        long redisNow = values.get(0);
        long localNow = now / 1_000;
        offset = redisNow - localNow;
        members.counted(values.get(1), values.get(2), now);
        for (int i = 0; i < request.callers.size(); i++) {
            Caller caller = request.callers.get(i);
            long answer = values.get(i + TurnScript.HEAD);
            if (answer >= 0) {
                turns++;
                long end = answer + caller.permits() * limit.distance();
                hold(new Held(redisNow + end, localNow + end));
            } else if (caller.isBulk()) {
                bulkFrom = now + (-1 - answer) * 1_000;
            }
            caller.answer(answer, now);
        }
    }

    private void hold(Held turn) {
        if (turn.local() > held.local()) {
            held = turn;
        }
    }

    /** A request was lost. */
    synchronized void missed(long now) {
        members.missed(now);
    }

    /**
     * Takes a turn of the process's share, behind all turns that Redis has handed out to it. The clock of Redis, as far as
     * it is known, is divided into turns, and each process takes every so many of them: so the turns of all are even.
     */
    synchronized @Nullable Duration takeLocalTurn(Caller caller, long now) {
        long localNow = now / 1_000;
        long distance = limit.distance() * members.count();
        long earliest = Math.max(localNow - limit.late(), held.local());
        long sinceOwnTurn = Math.floorMod(earliest + offset - members.rank() * limit.distance(), distance);
        long ownTurn = earliest + (sinceOwnTurn == 0 ? 0 : distance - sinceOwnTurn);
        localTurns.begin(localNow, ownTurn, limit.late());
        long answer = localTurns.take(localNow, distance, caller.permits(), caller.longestWait(now), caller.isBulk());
        if (answer < 0) {
            return null;
        }
        localTurnsTaken++;
        long end = ownTurn + caller.permits() * distance;
        hold(new Held(end + offset, end));
        return Duration.ofNanos(answer * 1_000);
    }

    /** {@return how far in the future the latest turn ends that this process has handed out} */
    synchronized Duration backlog(long now) {
        return Duration.ofNanos(Math.max(0, held.local() - now / 1_000) * 1_000);
    }

    synchronized RedisRateLimiter.Status status(boolean shared, long now) {
        return new RedisRateLimiter.Status(shared, members.count(), backlog(now), requests, turns, localTurnsTaken);
    }
}
