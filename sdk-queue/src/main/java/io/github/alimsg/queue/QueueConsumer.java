package io.github.alimsg.queue;

import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.ErrorKind;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.queue.protocol.Queue;
import io.github.alimsg.queue.protocol.QueueClient;
import io.github.alimsg.queue.protocol.ReceivedMessage;
import io.github.alimsg.receipts.ReceiptDispatcher;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Polls a queue on one thread, for as many messages as there are free workers, and has each handled on its own. Goes on
 * whatever fails, until it is closed or the service refuses the queue or its keys for good.
 */
final class QueueConsumer {
    /** Refusals that no later poll changes; a new key has been tried. */
    private static final Set<ErrorKind> FOR_GOOD =
            Set.of(ErrorKind.NOT_FOUND, ErrorKind.AUTHENTICATION, ErrorKind.PERMISSION, ErrorKind.SIGNATURE);

    private final Queue queue;
    private final QueueClient client;
    private final ConsumerSettings settings;
    private final QueueThreads threads;
    private final QueueMonitor monitor;
    private final MessageHandling handling;
    private final PollPauses pauses;
    private final Semaphore workers;
    private volatile CountDownLatch ended = new CountDownLatch(0);
    private volatile @Nullable Future<?> poller;

    QueueConsumer(
            Queue queue,
            ReceiptDispatcher receipts,
            QueueClient client,
            ConsumerSettings settings,
            QueueThreads threads) {
        this.queue = queue;
        this.client = client;
        this.settings = settings;
        this.threads = threads;
        this.monitor = new QueueMonitor(queue.name());
        this.handling = new MessageHandling(queue, receipts, client, settings, threads, monitor);
        this.pauses = new PollPauses(settings.random());
        this.workers = new Semaphore(settings.workers());
    }

    QueueStatus status() {
        return monitor.status();
    }

    /** Starts polling, unless it polls. */
    void start() {
        if (ended.getCount() == 0) {
            ended = new CountDownLatch(1);
            monitor.running(true);
            poller = threads.poll(this::poll);
        }
    }

    private void poll() {
        try {
            while (threads.isOpen()) {
                Duration pause = pollOnce();
                if (pause == null) {
                    return;
                }
                threads.pause(pause);
            }
        } catch (InterruptedException | CallInterruptedException e) {
            // closing
        } finally {
            monitor.running(false);
            ended.countDown();
        }
    }

    /** Returns how long to wait before the next poll; null when there is none. */
    private @Nullable Duration pollOnce() throws InterruptedException {
        int free = takeWorkers();
        int used = 0;
        try {
            if (!threads.isOpen()) {
                return null;
            }
            long began = settings.time().nanoTime();
            List<ReceivedMessage> messages = client.receive(queue, free, settings.pollWait());
            Duration took = Duration.ofNanos(settings.time().nanoTime() - began);
            monitor.replied(settings.time().instant(), messages);
            for (ReceivedMessage message : messages.subList(0, Math.min(free, messages.size()))) {
                begin(message);
                used++;
            }
            return messages.isEmpty() ? pauses.afterEmpty(took, settings.pollWait()) : pauses.afterMessages();
        } catch (CallInterruptedException e) {
            throw e;
        } catch (RuntimeException e) {
            return failed(e);
        } catch (Error e) { // no memory for a thread: later there may be
            return failed(
                    new IllegalStateException("the poll failed: " + e.getClass().getName(), e));
        } finally {
            workers.release(free - used);
        }
    }

    /** Waits for one free worker, and takes what else is free. */
    private int takeWorkers() throws InterruptedException {
        workers.acquire();
        int taken = 1;
        while (taken < QueueClient.MAX_MESSAGES && workers.tryAcquire()) {
            taken++;
        }
        return taken;
    }

    /** What a poll brings while closing is given back. */
    private void begin(ReceivedMessage message) {
        boolean open = threads.isOpen();
        threads.work(() -> {
            try {
                if (open) {
                    handling.handle(message);
                } else {
                    handling.giveBack(message);
                }
            } finally {
                workers.release();
            }
        });
    }

    private @Nullable Duration failed(RuntimeException failure) {
        if (!threads.isOpen()) {
            return null; // cancelled
        }
        boolean first = monitor.pollFailed(settings.time().instant(), failure);
        boolean forGood = failure instanceof ServiceException refusal && FOR_GOOD.contains(refusal.kind());
        if (forGood) {
            monitor.running(false);
        }
        if (first || forGood) {
            tell();
        }
        return forGood ? null : pauses.afterFailure();
    }

    private void tell() {
        try {
            settings.onPollFailure().accept(monitor.status());
        } catch (Throwable e) {
            // Whatever the listener does, polling goes on.
        }
    }

    /** Ends a wait for a free worker. Closing has begun. */
    void wake() {
        workers.release();
    }

    CountDownLatch ended() {
        return ended;
    }

    /** Cancels the poll that is under way. */
    void cancel() {
        Future<?> running = poller;
        if (running != null) {
            running.cancel(true);
        }
    }

    void close() {
        handling.close();
    }
}
