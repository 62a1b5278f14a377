package io.github.alimsg.testing;

import io.github.alimsg.testing.gateway.Call;
import io.github.alimsg.testing.gateway.Received;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** What the fake received. Adding takes no lock while nobody waits. */
final class RequestLog {
    /** How much of targets and bodies a log keeps that does not keep everything. */
    static final long MAX_BYTES = 16L << 20;

    private final int max;
    private final Queue<ReceivedRequest> requests = new ConcurrentLinkedQueue<>();
    private final AtomicInteger kept = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<String, AtomicInteger> callsByOperation = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();

    /**
     * An empty log.
     *
     * @param max how many of the newest are kept
     */
    RequestLog(int max) {
        this.max = max;
    }

    void add(Received request) {
        if (max > 0) {
            requests.add(new ReceivedRequest(request));
            kept.incrementAndGet();
            bytes.addAndGet(request.size());
            while ((kept.get() > max || max < Integer.MAX_VALUE && bytes.get() > MAX_BYTES) && forgetOldest()) {}
        }
        Call call = request.call();
        if (call == null) {
            return;
        }
        callsByOperation
                .computeIfAbsent(call.operation(), name -> new AtomicInteger())
                .incrementAndGet();
        calls.incrementAndGet();
        if (waiting.get() > 0) {
            lock.lock();
            try {
                added.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private boolean forgetOldest() {
        ReceivedRequest oldest = requests.poll();
        if (oldest != null) {
            kept.decrementAndGet();
            bytes.addAndGet(-oldest.size());
        }
        return oldest != null;
    }

    List<ReceivedRequest> requests() {
        if (max == 0) {
            throw new IllegalStateException("this fake was built to count only; what it received is gone");
        }
        return requests.stream()
                .sorted(Comparator.comparingLong(ReceivedRequest::sequence))
                .toList();
    }

    List<ReceivedCall> calls(@Nullable String operation) {
        return requests().stream()
                .map(ReceivedRequest::call)
                .filter(call ->
                        call != null && (operation == null || call.operation().equals(operation)))
                .toList();
    }

    int count(@Nullable String operation) {
        AtomicInteger count = operation == null ? calls : callsByOperation.get(operation);
        return count == null ? 0 : count.get();
    }

    /** Waits in real time. @return whether there were as many calls in time */
    boolean await(@Nullable String operation, int atLeast, Duration timeout) throws InterruptedException {
        IntSupplier count = () -> count(operation);
        long left = timeout.toNanos();
        waiting.incrementAndGet();
        lock.lockInterruptibly();
        try {
            while (count.getAsInt() < atLeast) {
                if (left <= 0) {
                    return false;
                }
                left = added.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
            waiting.decrementAndGet();
        }
    }

    void clear() {
        while (forgetOldest()) {}
        callsByOperation.clear();
        calls.set(0);
    }
}
