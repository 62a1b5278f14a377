package io.github.alimsg.testing.products;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of a queue, at one moment.
 *
 * @param id its id
 * @param handle what deletes it; null for one that is only looked at
 * @param body its body
 * @param enqueuedAt when it was put into the queue
 * @param firstReceivedAt when it was first received; null when it never was
 * @param visibleAt when it can be received
 * @param dequeueCount how often it was received
 */
public record QueueMessage(
        String id,
        @Nullable String handle,
        String body,
        Instant enqueuedAt,
        @Nullable Instant firstReceivedAt,
        Instant visibleAt,
        int dequeueCount) {

    /**
     * The same by another clock.
     *
     * @param ahead how far that one is ahead
     */
    public QueueMessage by(Duration ahead) {
        return new QueueMessage(
                id,
                handle,
                body,
                enqueuedAt.plus(ahead),
                firstReceivedAt == null ? null : firstReceivedAt.plus(ahead),
                visibleAt.plus(ahead),
                dequeueCount);
    }

    /** Shows nothing that may be personal. */
    @Override
    public String toString() {
        return "QueueMessage[" + id + "]";
    }
}
