package io.github.alimsg.benchmarks;

import io.github.alimsg.benchmarks.Contender.Calls;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntToLongFunction;

/**
 * Calls that begin at given times, whatever became of those before: at a steady rate, or all at once. A call's time
 * counts from when it was due, so that a client that makes callers wait doesn't look fast.
 */
final class TimedLoad {
    /** As many calls as may be under way. */
    private static final int THREADS = 256;

    /** No two processes send the same id. */
    private static final AtomicLong IDS = new AtomicLong(ProcessHandle.current().pid() * 1_000_000_000L);

    private final long[] took;
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger();

    private TimedLoad(int calls) {
        this.took = new long[calls];
    }

    /** Calls at a rate. Prints calls, failures, calls slower than a limit, and p50, p99, p99.9 and the longest in ns. */
    static String steady(Calls calls, int perSecond, long millis, long slowNanos) throws InterruptedException {
        int count = (int) (perSecond * millis / 1000);
        long first = System.nanoTime() + 50_000_000;
        return new TimedLoad(count)
                .run(calls, Math.min(count, THREADS), slowNanos, i -> first + i * 1_000_000_000L / perSecond);
    }

    /** Calls all at once, each on a thread that is there already. Prints the same. */
    static String burst(Calls calls, int count) throws InterruptedException {
        long first = System.nanoTime() + 200_000_000;
        return new TimedLoad(count).run(calls, count, Long.MAX_VALUE, i -> first);
    }

    private String run(Calls calls, int threads, long slowNanos, IntToLongFunction due) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        var left = new CountDownLatch(threads);
        for (int t = 0; t < threads; t++) {
            executor.execute(() -> {
                try {
                    for (int i; (i = next.getAndIncrement()) < took.length; ) {
                        call(calls, i, due.applyAsLong(i));
                    }
                } finally {
                    left.countDown();
                }
            });
        }
        left.await();
        executor.shutdown();
        executor.awaitTermination(10, TimeUnit.SECONDS);
        Arrays.sort(took);
        long slow = Arrays.stream(took).filter(nanos -> nanos > slowNanos).count();
        return took.length + " " + failed + " " + slow + " " + quantile(0.5) + " " + quantile(0.99) + " "
                + quantile(0.999) + " " + took[took.length - 1];
    }

    private void call(Calls calls, int index, long due) {
        for (long wait; (wait = due - System.nanoTime()) > 0; ) {
            LockSupport.parkNanos(wait);
        }
        try {
            if (!calls.send("order-" + IDS.getAndIncrement()).equals(Replies.BIZ_ID)) {
                failed.incrementAndGet();
            }
        } catch (Exception e) {
            if (failed.getAndIncrement() == 0) {
                e.printStackTrace();
            }
        }
        took[index] = System.nanoTime() - due;
    }

    private long quantile(double share) {
        return took[(int) Math.ceil(share * took.length) - 1];
    }
}
