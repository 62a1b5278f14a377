package io.github.alimsg.once.campaign;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of a run, each at one part. */
final class Workers implements AutoCloseable {
    private final int all;
    private final Semaphore free;
    private final ExecutorService threads;

    Workers(int all) {
        this.all = all;
        this.free = new Semaphore(all);
        var number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(all, task -> {
            var thread = new Thread(task, "alimsg-campaign-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Waits until one is free, and takes all that are, up to a number.
     *
     * @param whileWaiting run about every second
     */
    int take(int most, Runnable whileWaiting) throws InterruptedException {
        while (!free.tryAcquire(1, TimeUnit.SECONDS)) {
            whileWaiting.run();
        }
        int taken = 1;
        while (taken < most && free.tryAcquire()) {
            taken++;
        }
        return taken;
    }

    /** Gives back those that have nothing to do. */
    void free(int number) {
        free.release(number);
    }

    /** Lets one that was taken run a task, which throws nothing. */
    void run(Runnable task) {
        threads.execute(() -> {
            try {
                task.run();
            } finally {
                free.release();
            }
        });
    }

    /** Waits until all are free. An interrupt does not end a part that is under way. */
    void awaitIdle() {
        free.acquireUninterruptibly(all);
        free.release(all);
    }

    /** Waits until all are free, and ends them. */
    @Override
    public void close() {
        awaitIdle();
        threads.shutdown();
    }
}
