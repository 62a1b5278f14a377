package io.github.alimsg.testing;

import io.github.alimsg.testing.products.QueueMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** A message in a {@link FakeQueue}, as it was at one moment. Immutable. */
public final class QueuedMessage {
    private final QueueMessage message;

    QueuedMessage(QueueMessage message) {
        this.message = message;
    }

    /** {@return its id, the same each time it is received} */
    public String id() {
        return message.id();
    }

    /** {@return its body as consumers receive it} For receipts that is Base64. May contain personal data. */
    public String body() {
        return message.body();
    }

    /**
     * Returns its body without Base64.
     *
     * @return the decoded text; for receipts a JSON object. May contain personal data
     * @throws IllegalArgumentException when the body is not Base64
     */
    public String decodedBody() {
        return new String(Base64.getDecoder().decode(message.body()), StandardCharsets.UTF_8);
    }

    /** {@return how often it was received} */
    public int dequeueCount() {
        return message.dequeueCount();
    }

    /** {@return when it was put into the queue, by the fake's clock} */
    public Instant enqueuedAt() {
        return message.enqueuedAt();
    }

    /** {@return when it can be received, by the fake's clock; for a message that was never received, since when} */
    public Instant visibleAt() {
        return message.visibleAt();
    }

    /** {@return whether a consumer has it, so that others do not receive it} */
    public boolean inFlight() {
        return message.handle() != null;
    }

    /** Shows no body. */
    @Override
    public String toString() {
        return "QueuedMessage[" + id() + ", received " + dequeueCount() + " times]";
    }
}
