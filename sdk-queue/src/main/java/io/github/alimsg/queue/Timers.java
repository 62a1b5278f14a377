package io.github.alimsg.queue;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/** Runs tasks after a delay, on threads of an executor. Needs one thread, which only waits. */
final class Timers implements Runnable {
    private static final Duration NOTHING_TO_DO = Duration.ofHours(1);

    private final TimeSource time;
    private final Executor executor;
    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Task> tasks = new PriorityQueue<>(Task::compare);
    private CountDownLatch changed = new CountDownLatch(1);
    private boolean closed;

    /** A task that waits. */
    static final class Task {
        private final long at;
        private final Runnable action;
        private volatile boolean cancelled;

        private Task(long at, Runnable action) {
            this.at = at;
            this.action = action;
        }

        /** The earlier one first; the clock may overflow. */
        private static int compare(Task one, Task other) {
            return Long.compare(one.at - other.at, 0);
        }

        private long remaining(long now) {
            return at - now;
        }

        void cancel() {
            cancelled = true;
        }
    }

    Timers(TimeSource time, Executor executor) {
        this.time = time;
        this.executor = executor;
    }

    /** Runs an action later; never, when this is closed before. */
    Task after(Duration delay, Runnable action) {
        var task = new Task(time.nanoTime() + delay.toNanos(), action);
        lock.lock();
        try {
            if (!closed) {
                tasks.add(task);
            }
            if (tasks.peek() == task) {
                changed.countDown();
            }
        } finally {
            lock.unlock();
        }
        return task;
    }

    @Override
    public void run() {
        try {
            while (true) {
                List<Task> due = new ArrayList<>();
                CountDownLatch change = new CountDownLatch(1);
                Duration wait = take(due, change);
                if (wait.isNegative()) {
                    return;
                }
                due.forEach(this::execute);
                time.await(change, wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closing
        }
    }

    /** Takes what is due. Returns how long to wait for the next; a negative duration when closed. */
    private Duration take(List<Task> due, CountDownLatch change) {
        lock.lock();
        try {
            changed = change;
            long now = time.nanoTime();
            while (!tasks.isEmpty() && (tasks.peek().cancelled || tasks.peek().remaining(now) <= 0)) {
                due.add(tasks.poll());
            }
            if (closed) {
                return Duration.ofNanos(-1);
            }
            return tasks.isEmpty()
                    ? NOTHING_TO_DO
                    : Duration.ofNanos(tasks.peek().remaining(now));
        } finally {
            lock.unlock();
        }
    }

    private void execute(Task task) {
        try {
            if (!task.cancelled) {
                executor.execute(task.action);
            }
        } catch (RejectedExecutionException e) {
            // closing
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            tasks.clear();
            changed.countDown();
        } finally {
            lock.unlock();
        }
    }
}
