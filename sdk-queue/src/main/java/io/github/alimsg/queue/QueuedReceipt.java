package io.github.alimsg.queue;

import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.queue.protocol.Queue;
import io.github.alimsg.queue.protocol.QueueClient;
import io.github.alimsg.queue.protocol.ReceivedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A message that {@link ReceiptQueue#poll} received. No other consumer gets it for {@link #invisibleFor()}; then it
 * comes again, unless it is {@link #done()}. Thread-safe.
 */
public final class QueuedReceipt {
    private final QueueClient client;
    private final Queue queue;
    private final ReceivedMessage message;

    /** Changing the visibility replaces the handle, so requests about a message come one after the other. */
    private final ReentrantLock lock = new ReentrantLock();

    private String handle;

    QueuedReceipt(QueueClient client, Queue queue, ReceivedMessage message) {
        this.client = client;
        this.queue = queue;
        this.message = message;
        this.handle = message.handle();
    }

    /** {@return the name of its queue} */
    public String queueName() {
        return queue.name();
    }

    /** {@return its id in the queue; not the id of a text message} */
    public String id() {
        return message.id();
    }

    /**
     * {@return what {@link io.github.alimsg.receipts.ReceiptDispatcher#handle(byte[])} takes, in Base64 as it came; a
     * fresh array}
     */
    public byte[] body() {
        return message.bytes();
    }

    /** {@return how often it was handed out, this time included} */
    public int dequeueCount() {
        return message.dequeueCount();
    }

    /** {@return when it came into the queue, by the service's clock; null when that is not known} */
    public @Nullable Instant enqueuedAt() {
        return message.enqueuedAt();
    }

    /** {@return how long no other consumer gets it, from when it was received} */
    public Duration invisibleFor() {
        return message.invisibleFor();
    }

    /**
     * Deletes it.
     *
     * @return whether it was deleted; false when its visibility had ended, so that it comes again
     * @throws SdkException when that is not known; may be called again
     */
    public boolean done() {
        lock.lock();
        try {
            var deleted = client.delete(queue, List.of(handle));
            return deleted.lapsed().isEmpty() && deleted.failed().isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gives it back: it comes again after a delay.
     *
     * @param delay 1 second to 12 hours, in whole seconds
     * @return false when its visibility had ended before, so that it comes again at once
     * @throws SdkException when that is not known
     * @throws IllegalArgumentException when the delay is out of bounds
     */
    public boolean again(Duration delay) {
        return extend(delay);
    }

    /**
     * Keeps it invisible for longer, counted from now.
     *
     * @param invisible 1 second to 12 hours, in whole seconds
     * @return false when its visibility had ended before
     * @throws SdkException when that is not known
     * @throws IllegalArgumentException when the duration is out of bounds
     */
    public boolean extend(Duration invisible) {
        Duration valid = Bounds.visibility("the time", invisible);
        lock.lock();
        try {
            String changed = client.changeVisibility(queue, handle, valid);
            if (changed != null) {
                handle = changed;
            }
            return changed != null;
        } finally {
            lock.unlock();
        }
    }

    /** Shows the queue and the message's id. */
    @Override
    public String toString() {
        return message + " of " + queue;
    }
}
