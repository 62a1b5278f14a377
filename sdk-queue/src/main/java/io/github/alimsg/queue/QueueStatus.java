package io.github.alimsg.queue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a queue is doing, at one moment. Counts begin with zero when the {@link ReceiptQueue} is built. */
public final class QueueStatus {
    private final String queueName;
    private final boolean running;
    private final @Nullable Instant lastReply;
    private final @Nullable RuntimeException pollFailure;
    private final @Nullable Instant failingSince;
    private final @Nullable Duration lag;
    private final int inFlight;
    private final Counts counts;

    /** What became of messages. */
    record Counts(long handled, long failed, long lapsed) {}

    QueueStatus(
            String queueName,
            boolean running,
            @Nullable Instant lastReply,
            @Nullable RuntimeException pollFailure,
            @Nullable Instant failingSince,
            @Nullable Duration lag,
            int inFlight,
            Counts counts) {
        this.queueName = queueName;
        this.running = running;
        this.lastReply = lastReply;
        this.pollFailure = pollFailure;
        this.failingSince = failingSince;
        this.lag = lag;
        this.inFlight = inFlight;
        this.counts = counts;
    }

    /** {@return the name of the queue} */
    public String queueName() {
        return queueName;
    }

    /**
     * {@return whether it is polled} Not before {@link ReceiptQueue#start()} and after closing, nor after a refusal for
     * good, such as {@code QueueNotExist}; {@link #pollFailure()} has it then.
     */
    public boolean isRunning() {
        return running;
    }

    /** {@return when a poll was last answered, by this machine's clock; null when none was} */
    public @Nullable Instant lastReply() {
        return lastReply;
    }

    /** {@return why the latest poll failed; null when it was answered, with messages or without} */
    public @Nullable RuntimeException pollFailure() {
        return pollFailure;
    }

    /** {@return since when all polls have failed, by this machine's clock; null when the latest one succeeded} */
    public @Nullable Instant failingSince() {
        return failingSince;
    }

    /** {@return how many messages are being handled now} */
    public int inFlight() {
        return inFlight;
    }

    /** {@return how many messages were handled, each time counted} */
    public long handled() {
        return counts.handled();
    }

    /** {@return how many were not: their handlers threw, or they could not be read} */
    public long failed() {
        return counts.failed();
    }

    /**
     * {@return how many could not be deleted or extended in time} They come again; {@link
     * io.github.alimsg.receipts.SeenReceipts} drops those that were handled.
     */
    public long lapsed() {
        return counts.lapsed();
    }

    /** {@return how long the last message had been in the queue when it was received; null when there was none} */
    public @Nullable Duration lag() {
        return lag;
    }

    @Override
    public String toString() {
        return "QueueStatus{" + queueName + (running ? ", running" : ", not running") + ", in flight " + inFlight
                + ", handled " + counts.handled() + ", failed " + counts.failed() + ", lapsed " + counts.lapsed()
                + (pollFailure == null ? "}" : ", " + pollFailure.getMessage() + "}");
    }
}
