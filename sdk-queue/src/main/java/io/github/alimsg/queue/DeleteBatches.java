package io.github.alimsg.queue;

import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.queue.protocol.Deleted;
import io.github.alimsg.queue.protocol.Queue;
import io.github.alimsg.queue.protocol.QueueClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Deletes handled messages of a queue in batches: 16 at once, or what there is after 200 ms. A delete that fails is
 * tried again some times; then the message comes again.
 */
final class DeleteBatches {
    private static final Duration MAX_DELAY = Duration.ofMillis(200);
    private static final int MAX_ATTEMPTS = 5;

    private final QueueClient client;
    private final Queue queue;
    private final Timers timers;
    private final QueueMonitor monitor;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();

    /** A handle, and how often its delete failed. */
    private record Waiting(String handle, int failures) {}

    DeleteBatches(QueueClient client, Queue queue, Timers timers, QueueMonitor monitor) {
        this.client = client;
        this.queue = queue;
        this.timers = timers;
        this.monitor = monitor;
    }

    /** Adds a handle, and sends a batch on this thread when there are enough. */
    void add(String handle) {
        int count;
        lock.lock();
        try {
            waiting.add(new Waiting(handle, 0));
            count = waiting.size();
        } finally {
            lock.unlock();
        }
        if (count >= QueueClient.MAX_MESSAGES) {
            send(take(), true);
        } else if (count == 1) {
            timers.after(MAX_DELAY, this::flush);
        }
    }

    private void flush() {
        for (List<Waiting> batch = take(); !batch.isEmpty(); batch = take()) {
            send(batch, true);
        }
    }

    /** Sends what waits, for the last time. */
    void close() {
        for (List<Waiting> batch = take(); !batch.isEmpty(); batch = take()) {
            send(batch, false);
        }
    }

    private List<Waiting> take() {
        lock.lock();
        try {
            List<Waiting> batch = new ArrayList<>();
            while (batch.size() < QueueClient.MAX_MESSAGES && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void send(List<Waiting> batch, boolean mayRepeat) {
        if (batch.isEmpty()) {
            return; // another thread took them
        }
        try {
            Deleted deleted =
                    client.delete(queue, batch.stream().map(Waiting::handle).toList());
            monitor.lapsed(deleted.lapsed().size());
            failed(
                    batch.stream()
                            .filter(one -> deleted.failed().contains(one.handle()))
                            .toList(),
                    mayRepeat);
        } catch (SdkException e) {
            failed(batch, mayRepeat);
        }
    }

    private void failed(Collection<Waiting> failed, boolean mayRepeat) {
        List<Waiting> again = failed.stream()
                .filter(one -> mayRepeat && one.failures() + 1 < MAX_ATTEMPTS)
                .map(one -> new Waiting(one.handle(), one.failures() + 1))
                .toList();
        monitor.lapsed(failed.size() - again.size());
        if (again.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            waiting.addAll(again);
        } finally {
            lock.unlock();
        }
        timers.after(Duration.ofSeconds(1L << (again.get(0).failures() - 1)), this::flush);
    }
}
