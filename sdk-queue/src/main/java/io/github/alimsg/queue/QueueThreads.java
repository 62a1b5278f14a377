package io.github.alimsg.queue;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** The threads of all queues of a {@link ReceiptQueue}, and how they end. All are daemon threads. */
final class QueueThreads {
    private static final int MAX_THREADS = 100_000;
    private static final long IDLE_SECONDS = 30;

    /** How long a handler has that was interrupted. */
    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(2);

    private final TimeSource time;
    private final ExecutorService pool;
    private final Timers timers;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ReentrantLock lock = new ReentrantLock();
    private int inFlight;
    private CountDownLatch idle = new CountDownLatch(0);

    QueueThreads(TimeSource time) {
        this.time = time;
        var number = new AtomicInteger();
        this.pool = new ThreadPoolExecutor(
                0, MAX_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    var thread = new Thread(task, "alimsg-queue-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        this.timers = new Timers(time, this::work);
    }

    Timers timers() {
        return timers;
    }

    void startTimers() {
        pool.execute(timers);
    }

    Future<?> poll(Runnable poller) {
        return pool.submit(poller);
    }

    /** Runs what closing waits for. */
    void work(Runnable task) {
        begin();
        try {
            pool.execute(() -> {
                try {
                    task.run();
                } finally {
                    end();
                }
            });
        } catch (Throwable e) { // no memory for a thread
            end();
            throw e;
        }
    }

    private void begin() {
        lock.lock();
        try {
            if (inFlight++ == 0) {
                idle = new CountDownLatch(1);
            }
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            if (--inFlight == 0) {
                idle.countDown();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isOpen() {
        return closing.getCount() > 0;
    }

    /** Waits, or until closing begins. */
    void pause(Duration duration) throws InterruptedException {
        if (!duration.isZero()) {
            time.await(closing, duration);
        }
    }

    /** Ends polls and pauses; work under way goes on. */
    void beginClosing() {
        closing.countDown();
    }

    /** Waits for work under way, and interrupts what takes longer, once. */
    void awaitWork(Duration longest) throws InterruptedException {
        if (!time.await(idle(), longest) && !pool.isShutdown()) {
            pool.shutdownNow();
            time.await(idle(), AFTER_INTERRUPT);
        }
    }

    private CountDownLatch idle() {
        lock.lock();
        try {
            return idle;
        } finally {
            lock.unlock();
        }
    }

    /** Starts nothing more, neither later nor at once. */
    void close() {
        pool.shutdown();
    }
}
