package io.github.alimsg.queue;

import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.queue.protocol.Queue;
import io.github.alimsg.queue.protocol.QueueClient;
import io.github.alimsg.receipts.ReceiptDispatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Receives receipts and inbound messages from the service's queues, and passes them to the same {@link
 * ReceiptDispatcher}s that handle posted ones. Thread-safe; build one and keep it.
 *
 * <pre>{@code
 * ReceiptQueue queue = ReceiptQueue.builder(Site.INTERNATIONAL)
 *         .receive("Alicom-Queue-1234567890-ChatAppStatus", chat)
 *         .receive("Alicom-Queue-1234567890-SmsReport", sms)
 *         .build();
 * queue.start();
 * }</pre>
 *
 * <p>Handled means that the dispatcher accepts the message; then it is deleted. Otherwise it comes again, later each
 * time. While it is handled, however long that takes, no other consumer gets it. Everything may come twice, and in any
 * order.
 */
public final class ReceiptQueue implements AutoCloseable {
    private static final Duration HANDLERS = Duration.ofSeconds(20);

    /** How long a poll that is under way may bring messages before it is cancelled, and how long that may take. */
    private static final Duration POLLS = Duration.ofSeconds(2);

    /** How long requests may take that began while the last handlers ended. */
    private static final Duration LAST_REQUESTS = Duration.ofSeconds(5);

    private final QueueAccess access;
    private final QueueThreads threads;
    private final TimeSource time;
    private final List<QueueConsumer> consumers = new ArrayList<>();
    private final Function<String, String> messageTypes;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean started;
    private boolean closed;

    ReceiptQueue(
            QueueAccess access,
            Map<String, ReceiptQueueBuilder.Subscription> subscriptions,
            ConsumerSettings settings) {
        this.access = access;
        this.time = settings.time();
        this.threads = new QueueThreads(time);
        subscriptions.forEach((name, subscription) -> {
            Queue queue = access.queue(name, subscription.messageType());
            consumers.add(new QueueConsumer(queue, subscription.receipts(), access.client(), settings, threads));
        });
        this.messageTypes = name -> {
            ReceiptQueueBuilder.Subscription subscription = subscriptions.get(name);
            return subscription == null ? QueueNames.messageType(name) : subscription.messageType();
        };
    }

    /**
     * Returns a builder with default settings.
     *
     * @param site where the account was opened
     * @return the builder
     */
    public static ReceiptQueueBuilder builder(Site site) {
        return new ReceiptQueueBuilder(site);
    }

    /**
     * Starts to poll the queues, each on a daemon thread. Called again, it starts those that have stopped because the
     * service refused them.
     *
     * @throws IllegalStateException when it is closed, or has no queue to poll
     */
    public void start() {
        lock.lock();
        try {
            if (closed || consumers.isEmpty()) {
                throw new IllegalStateException(closed ? "the queue is closed" : "receive(...) names no queue");
            }
            if (!started) {
                threads.startTimers();
                started = true;
            }
            consumers.forEach(QueueConsumer::start);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Receives messages without handling them: the plain way, for those who have threads of their own. Needs no {@link
     * #start()}.
     *
     * @param queueName the queue's name
     * @param max how many messages to receive at most, 1 to 16
     * @param wait how long to wait for the first, up to 30 seconds, in whole ones. An empty queue that replies sooner
     *     is polled too often: wait a second and more before the next poll, because each one is billed
     * @return the messages; empty when there were none
     * @throws SdkException when that is not known
     * @throws IllegalArgumentException when a number is out of bounds, or the name is not a queue's
     * @throws IllegalStateException when it is closed
     */
    public List<QueuedReceipt> poll(String queueName, int max, Duration wait) {
        if (max < 1 || max > QueueClient.MAX_MESSAGES) {
            throw new IllegalArgumentException("max must be between 1 and 16, not " + max);
        }
        Bounds.between("wait", wait, Duration.ZERO, Bounds.MAX_WAIT);
        if (!isOpen()) {
            throw new IllegalStateException("the queue is closed");
        }
        Queue queue = access.queue(queueName, messageTypes.apply(queueName));
        return access.client().receive(queue, max, wait).stream()
                .map(message -> new QueuedReceipt(access.client(), queue, message))
                .toList();
    }

    /** Whether closing has not begun. */
    boolean isOpen() {
        return threads.isOpen();
    }

    /** {@return how each queue is doing, in the order of {@code receive(...)}; makes no call} */
    public List<QueueStatus> status() {
        return consumers.stream().map(QueueConsumer::status).toList();
    }

    /** Ends as {@link #close(Duration)} does, with 20 seconds for the handlers. */
    @Override
    public void close() {
        close(HANDLERS);
    }

    /**
     * Stops polling, lets handlers end, and deletes what they handled. A poll that is under way has 2 seconds to bring
     * messages, which are given back unhandled, and is then cancelled. Messages that the service hands out at that very
     * moment come again when their visibility ends. Called again, it does nothing.
     *
     * @param longest how long handlers may take; then they are interrupted
     */
    public void close(Duration longest) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
        } finally {
            lock.unlock();
        }
        threads.beginClosing();
        boolean interrupted = Thread.interrupted(); // the last deletes are sent all the same
        interrupted |= !uninterrupted(this::endPolls);
        interrupted |= !uninterrupted(() -> threads.awaitWork(longest));
        threads.timers().close();
        interrupted |= !uninterrupted(() -> threads.awaitWork(LAST_REQUESTS));
        consumers.forEach(QueueConsumer::close);
        threads.close();
        access.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void endPolls() throws InterruptedException {
        consumers.forEach(QueueConsumer::wake);
        if (!ended(POLLS)) {
            consumers.forEach(QueueConsumer::cancel);
            ended(POLLS);
        }
    }

    private boolean ended(Duration longest) throws InterruptedException {
        long end = time.nanoTime() + longest.toNanos();
        boolean all = true;
        for (QueueConsumer consumer : consumers) {
            CountDownLatch ended = consumer.ended();
            all &= ended.getCount() == 0 || time.await(ended, Duration.ofNanos(end - time.nanoTime()));
        }
        return all;
    }

    private interface Wait {
        void end() throws InterruptedException;
    }

    private static boolean uninterrupted(Wait wait) {
        try {
            wait.end();
            return true;
        } catch (InterruptedException e) {
            return false; // whoever closes wants to be done: go on without waiting
        }
    }
}
