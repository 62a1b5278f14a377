package io.github.alimsg.queue.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as a queue hands it out.
 *
 * @param id the message's id
 * @param handle what it is deleted by, until its visibility ends
 * @param body what it holds
 * @param dequeueCount how often it was handed out, this time included
 * @param enqueuedAt when it came into the queue, by the service's clock; null when the reply does not say
 * @param receivedAt when it was handed out, by the service's clock
 * @param invisibleFor how long no other consumer gets it, from then on
 */
public record ReceivedMessage(
        String id,
        String handle,
        String body,
        int dequeueCount,
        @Nullable Instant enqueuedAt,
        Instant receivedAt,
        Duration invisibleFor) {
    /** {@return the body in UTF-8} */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** Shows the id only. */
    @Override
    public String toString() {
        return "message " + id;
    }
}
