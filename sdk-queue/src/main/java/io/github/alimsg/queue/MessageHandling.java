package io.github.alimsg.queue;

import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.queue.protocol.Queue;
import io.github.alimsg.queue.protocol.QueueClient;
import io.github.alimsg.queue.protocol.ReceivedMessage;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.ReceiptResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Handles the messages of a queue, each on its own thread: keeps it invisible meanwhile, then has it deleted, or come
 * again.
 */
final class MessageHandling {
    /** How soon messages come again that were received and not begun. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final Queue queue;
    private final ReceiptDispatcher receipts;
    private final QueueClient client;
    private final ConsumerSettings settings;
    private final QueueThreads threads;
    private final QueueMonitor monitor;
    private final DeleteBatches deletes;

    MessageHandling(
            Queue queue,
            ReceiptDispatcher receipts,
            QueueClient client,
            ConsumerSettings settings,
            QueueThreads threads,
            QueueMonitor monitor) {
        this.queue = queue;
        this.receipts = receipts;
        this.client = client;
        this.settings = settings;
        this.threads = threads;
        this.monitor = monitor;
        this.deletes = new DeleteBatches(client, queue, threads.timers(), monitor);
    }

    /** The outcome of a message: why it was not handled, and whether it cannot be read. */
    private record Outcome(List<? extends Throwable> failures, boolean malformed) {}

    void handle(ReceivedMessage message) {
        var renewal = new Renewal(client, queue, message, threads.timers(), settings.time());
        monitor.begun();
        try {
            renewal.begin();
            Outcome outcome = dispatch(message);
            Thread.interrupted(); // closing interrupts handlers, not the requests that follow
            String handle = renewal.end();
            if (handle == null) {
                monitor.lapsed(1);
            }
            if (outcome.failures.isEmpty()) {
                monitor.handled();
                delete(handle);
            } else {
                failed(message, outcome, handle);
            }
        } finally {
            renewal.end();
            monitor.ended();
        }
    }

    private Outcome dispatch(ReceivedMessage message) {
        try {
            ReceiptResponse response = receipts.handle(message.bytes());
            return new Outcome(response.failures(), response.status() == 400);
        } catch (Throwable e) { // an error of the JVM: the message must not be lost, nor the thread's slot
            return new Outcome(List.of(e), false);
        }
    }

    private void delete(@Nullable String handle) {
        if (handle != null) {
            deletes.add(handle);
        }
    }

    private void failed(ReceivedMessage message, Outcome outcome, @Nullable String handle) {
        monitor.failed();
        Duration delay = outcome.malformed
                ? settings.retryDelay().longest()
                : settings.retryDelay().after(message.dequeueCount());
        var failure = new QueueFailure(
                queue.name(), message.id(), message.dequeueCount(), List.copyOf(outcome.failures), delay);
        tell(failure);
        if (failure.isGivenUp()) {
            delete(handle);
        } else if (handle != null) {
            giveBack(handle, delay);
        }
    }

    private void tell(QueueFailure failure) {
        try {
            settings.onFailure().accept(failure);
        } catch (Throwable e) {
            // Whatever the listener does, the message comes again.
        }
    }

    /** Gives back a message that was not begun. */
    void giveBack(ReceivedMessage message) {
        giveBack(message.handle(), AT_ONCE);
    }

    private void giveBack(String handle, Duration delay) {
        try {
            if (client.changeVisibility(queue, handle, delay) == null) {
                monitor.lapsed(1);
            }
        } catch (SdkException e) {
            // It comes again when its visibility ends.
        }
    }

    /** Deletes what was handled and is not deleted yet. */
    void close() {
        deletes.close();
    }
}
