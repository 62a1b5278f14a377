package io.github.alimsg.queue;

import io.github.alimsg.queue.protocol.ReceivedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Keeps what {@link QueueStatus} shows of a queue. Thread-safe. */
final class QueueMonitor {
    private final String queueName;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong handled = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong lapsed = new AtomicLong();
    private volatile boolean running;
    private volatile @Nullable Instant lastReply;
    private volatile @Nullable PollFailure pollFailure;
    private volatile @Nullable Duration lag;

    /** Why the latest poll failed, and when the first in a row did. */
    private record PollFailure(RuntimeException latest, Instant since) {}

    QueueMonitor(String queueName) {
        this.queueName = queueName;
    }

    void running(boolean now) {
        running = now;
    }

    void replied(Instant now, List<ReceivedMessage> messages) {
        lastReply = now;
        pollFailure = null;
        if (!messages.isEmpty()) {
            ReceivedMessage last = messages.get(messages.size() - 1);
            Instant enqueued = last.enqueuedAt();
            lag = enqueued == null ? null : positive(Duration.between(enqueued, last.receivedAt()));
        }
    }

    /** The service's date has whole seconds. */
    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    /** Returns whether this is the first failure in a row. */
    boolean pollFailed(Instant now, RuntimeException failure) {
        PollFailure before = pollFailure;
        pollFailure = new PollFailure(failure, before == null ? now : before.since);
        return before == null;
    }

    void begun() {
        inFlight.incrementAndGet();
    }

    void ended() {
        inFlight.decrementAndGet();
    }

    void handled() {
        handled.incrementAndGet();
    }

    void failed() {
        failed.incrementAndGet();
    }

    void lapsed(int count) {
        lapsed.addAndGet(count);
    }

    QueueStatus status() {
        PollFailure failure = pollFailure;
        return new QueueStatus(
                queueName,
                running,
                lastReply,
                failure == null ? null : failure.latest,
                failure == null ? null : failure.since,
                lag,
                inFlight.get(),
                new QueueStatus.Counts(handled.get(), failed.get(), lapsed.get()));
    }
}
