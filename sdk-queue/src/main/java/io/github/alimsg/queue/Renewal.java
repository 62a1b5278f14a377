package io.github.alimsg.queue;

import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.queue.protocol.Queue;
import io.github.alimsg.queue.protocol.QueueClient;
import io.github.alimsg.queue.protocol.ReceivedMessage;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a message invisible while it is handled: at half of its visibility it asks for as much again, and from then on
 * goes by the new handle. How long a message is invisible is the queue's own setting, which its first reply tells.
 */
final class Renewal {
    private static final Duration MIN_PAUSE = Duration.ofMillis(250);

    private final QueueClient client;
    private final Queue queue;
    private final Timers timers;
    private final TimeSource time;

    /** Held during requests, so that the handle is known once {@link #end()} returns. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Duration visibility;
    private @Nullable String handle;
    private long endsAt;
    private boolean ended;
    private Timers.@Nullable Task next;

    Renewal(QueueClient client, Queue queue, ReceivedMessage message, Timers timers, TimeSource time) {
        this.client = client;
        this.queue = queue;
        this.timers = timers;
        this.time = time;
        this.handle = message.handle();
        this.visibility = message.invisibleFor();
    }

    void begin() {
        lock.lock();
        try {
            renewed(time.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    /** Counts from when it was asked for: the reply may have taken long. */
    private void renewed(long asked) {
        endsAt = asked + visibility.toNanos();
        long half = asked + visibility.dividedBy(2).toNanos();
        next = timers.after(Duration.ofNanos(Math.max(0, half - time.nanoTime())), this::renew);
    }

    private void renew() {
        lock.lock();
        try {
            String current = handle;
            if (ended || current == null) {
                return;
            }
            long asked = time.nanoTime();
            handle = client.changeVisibility(queue, current, visibility);
            if (handle != null) {
                renewed(asked);
            }
        } catch (SdkException e) {
            tryAgain();
        } finally {
            lock.unlock();
        }
    }

    private void tryAgain() {
        Duration left = Duration.ofNanos(endsAt - time.nanoTime());
        if (!left.isNegative()) {
            Duration half = left.dividedBy(2);
            next = timers.after(half.compareTo(MIN_PAUSE) > 0 ? half : MIN_PAUSE, this::renew);
        }
    }

    /** Ends it. Returns the current handle; null when the visibility has ended before it could be renewed. */
    @Nullable
    String end() {
        lock.lock();
        try {
            ended = true;
            if (next != null) {
                next.cancel();
            }
            return handle;
        } finally {
            lock.unlock();
        }
    }
}
