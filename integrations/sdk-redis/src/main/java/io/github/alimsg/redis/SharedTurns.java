package io.github.alimsg.redis;

import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.redis.RedisRateLimiter.WhenAway;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The turns of one operation, for one process. Callers queue; at most {@link #MAX_IN_FLIGHT} requests are on their way,
 * and each takes along all who wait. So there are fewer requests for each turn the more there is to do, and a process
 * that has nothing to do, or has died, holds no turns.
 */
final class SharedTurns {
    private static final int MAX_IN_FLIGHT = 2;
    private static final int MAX_CALLERS = 500;
    private static final Duration MAX_PATIENCE = Duration.ofMillis(500);

    /** What all operations of a limiter have in common. */
    record Shared(
            RedisScripts scripts,
            String account,
            String member,
            WhenAway whenAway,
            Duration timeout,
            TimeSource time,
            Circuit circuit) {}

    private final Shared shared;
    private final TimeSource time;
    private final Circuit circuit;
    private final List<String> keys;
    private final Ledger ledger;

    /** Guards the lists. Held for moments only. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Deque<Caller> waiting = new ArrayDeque<>();
    private final List<Request> inFlight = new ArrayList<>();

    /** Those for whose answers nobody waits any more. They are cancelled when a probe is due. */
    private final List<Request> givenUp = new ArrayList<>();

    SharedTurns(String operation, Limit limit, Shared shared) {
        this.shared = shared;
        this.time = shared.time();
        this.circuit = shared.circuit();
        this.keys = TurnScript.keys(shared.account(), operation, limit);
        this.ledger = new Ledger(limit, time.nanoTime());
    }

    @Nullable
    Duration reserve(int permits, Duration longestWait, boolean bulk) {
        long now = time.nanoTime();
        var caller = new Caller(permits, longestWait, bulk, now);
        if (circuit.isOpen()) {
            if (circuit.takeProbe(now)) {
                cancelGivenUp();
                redisIsAway("no answer to the last probe");
                sendProbe();
            }
            return withoutRedis(caller);
        }
        if (bulk && !ledger.mayHaveBulkTurn(now)) {
            return null;
        }
        join(caller);
        sendNext();
        if (isAnswered(caller, patience(longestWait, now))) {
            return caller.hasTurn() ? caller.waitFrom(time.nanoTime()) : null;
        }
        return withoutRedis(caller);
    }

    /**
     * A turn can't be earlier than those that are taken, so waiting for Redis until then holds up nobody. Before the first
     * answer, classes are loaded, and it is not known how many processes there are, so nothing takes its place.
     */
    private Duration patience(Duration longestWait, long now) {
        Duration needless = ledger.isEmpty() ? MAX_PATIENCE : ledger.backlog(now);
        needless = needless.compareTo(MAX_PATIENCE) < 0 ? needless : MAX_PATIENCE;
        needless = needless.compareTo(longestWait) < 0 ? needless : longestWait;
        return needless.compareTo(shared.timeout()) > 0 ? needless : shared.timeout();
    }

    private boolean isAnswered(Caller caller, Duration patience) {
        try {
            boolean told = caller.await(time, patience);
            if (!told) {
                redisIsAway("no answer within " + patience.toMillis() + " ms");
            }
            return told && !caller.isWithoutRedis();
        } catch (InterruptedException e) {
            leave(caller);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Redis was asked for a turn", e);
        }
    }

    private @Nullable Duration withoutRedis(Caller caller) {
        return switch (shared.whenAway()) {
            case LOCAL_SHARE -> ledger.takeLocalTurn(caller, time.nanoTime());
            case OPEN -> Duration.ZERO;
            case CLOSED -> throw new IllegalStateException("Redis is away, and no turn is taken without it");
        };
    }

    private void join(Caller caller) {
        lock.lock();
        try {
            waiting.add(caller);
        } finally {
            lock.unlock();
        }
    }

    private void leave(Caller caller) {
        lock.lock();
        try {
            waiting.remove(caller);
        } finally {
            lock.unlock();
        }
    }

    private void sendNext() {
        Request request;
        lock.lock();
        try {
            if (waiting.isEmpty() || inFlight.size() >= MAX_IN_FLIGHT) {
                return;
            }
            List<Caller> callers = new ArrayList<>();
            while (!waiting.isEmpty() && callers.size() < MAX_CALLERS) {
                callers.add(waiting.remove());
            }
            request = new Request(callers, time.nanoTime(), MAX_PATIENCE);
            inFlight.add(request);
        } finally {
            lock.unlock();
        }
        send(request);
    }

    /** Nobody waits for the answer. It tells Redis which turns were handed out without it. */
    private void sendProbe() {
        long now = time.nanoTime();
        var probe = new Request(List.of(), now, patience(MAX_PATIENCE, now));
        lock.lock();
        try {
            inFlight.add(probe);
        } finally {
            lock.unlock();
        }
        send(probe);
    }

    private void send(Request request) {
        try {
            var reply = shared.scripts().run(TurnScript.SCRIPT, keys, ledger.arguments(request, shared.member()));
            request.sent(reply);
            reply.whenComplete((values, failure) -> answered(request, values, failure));
        } catch (Throwable e) {
            answered(request, null, e);
        }
    }

    private void answered(Request request, @Nullable List<Long> values, @Nullable Throwable failure) {
        long now = time.nanoTime();
        boolean inTime;
        boolean late;
        lock.lock();
        try {
            inTime = inFlight.remove(request);
            late = givenUp.remove(request);
        } finally {
            lock.unlock();
        }
        int expected = request.callers.size() + TurnScript.HEAD;
        List<Long> answer = values == null || values.size() != expected ? null : values;
        if (answer != null && (inTime || late)) {
            ledger.answer(request, answer, now);
            circuit.redisTime(answer.get(0), now);
        }
        if (inTime && answer == null) {
            request.callers.forEach(Caller::redisIsAway);
            redisIsAway(
                    failure == null
                            ? "an incomplete answer"
                            : failure.getClass().getName());
        } else if (inTime && now - request.sentAt > request.patience.toNanos()) {
            redisIsAway("a late answer");
        } else if (inTime) {
            circuit.close();
            sendNext();
        } else if (late && answer != null && !request.callers.isEmpty() && circuit.isOpen()) {
            // Perhaps only this process was slow.
            sendProbe();
        }
    }

    /** Lets nobody wait for Redis any more. Late answers are still welcome. */
    private void redisIsAway(String reason) {
        List<Caller> callers;
        long now = time.nanoTime();
        circuit.open(reason, now);
        ledger.missed(now);
        lock.lock();
        try {
            callers = new ArrayList<>(waiting);
            waiting.clear();
            inFlight.forEach(request -> callers.addAll(request.callers));
            givenUp.addAll(inFlight);
            inFlight.clear();
        } finally {
            lock.unlock();
        }
        callers.forEach(Caller::redisIsAway);
    }

    private void cancelGivenUp() {
        List<Request> requests;
        lock.lock();
        try {
            requests = new ArrayList<>(givenUp);
            givenUp.clear();
        } finally {
            lock.unlock();
        }
        requests.forEach(Request::cancel);
    }

    RedisRateLimiter.Status status() {
        return ledger.status(!circuit.isOpen(), time.nanoTime());
    }
}
