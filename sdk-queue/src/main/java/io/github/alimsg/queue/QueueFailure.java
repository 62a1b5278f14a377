package io.github.alimsg.queue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A message that was not handled: its handler threw, or it cannot be read. It stays in the queue and comes again, until
 * the service drops it after some days, unless the listener gives it up.
 */
public final class QueueFailure {
    private final String queueName;
    private final String messageId;
    private final int dequeueCount;
    private final List<Throwable> failures;
    private final Duration retryDelay;
    private final AtomicBoolean givenUp = new AtomicBoolean();

    QueueFailure(String queueName, String messageId, int dequeueCount, List<Throwable> failures, Duration retryDelay) {
        this.queueName = queueName;
        this.messageId = messageId;
        this.dequeueCount = dequeueCount;
        this.failures = failures;
        this.retryDelay = retryDelay;
    }

    /** {@return the name of the queue} */
    public String queueName() {
        return queueName;
    }

    /** {@return the message's id in the queue; not the id of a text message} */
    public String messageId() {
        return messageId;
    }

    /** {@return how often the message was handed out, this time included} */
    public int dequeueCount() {
        return dequeueCount;
    }

    /**
     * {@return what the handlers threw, and {@link io.github.alimsg.receipts.MalformedReceiptException} for what cannot
     * be read; at least one} May contain personal data that the handlers put into them.
     */
    public List<Throwable> failures() {
        return failures;
    }

    /** {@return how long the message stays invisible before it comes again} */
    public Duration retryDelay() {
        return retryDelay;
    }

    /** Has the message deleted: it never comes again. Call it from the listener. */
    public void giveUp() {
        givenUp.set(true);
    }

    boolean isGivenUp() {
        return givenUp.get();
    }

    /** Shows where it happened and the classes of the failures, never their messages. */
    @Override
    public String toString() {
        return "QueueFailure{" + queueName + ", message " + messageId + ", handed out " + dequeueCount + " times, "
                + failures.stream().map(failure -> failure.getClass().getName()).toList() + "}";
    }
}
