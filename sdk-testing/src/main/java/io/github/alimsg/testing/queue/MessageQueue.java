package io.github.alimsg.testing.queue;

import io.github.alimsg.testing.gateway.FakeClock;
import io.github.alimsg.testing.gateway.Refusal;
import io.github.alimsg.testing.products.QueueMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A queue: its messages, the polls that wait for them, and what a test makes go wrong. Safe for any number of threads. */
public final class MessageQueue {
    private static final Duration USUAL_VISIBILITY = Duration.ofSeconds(30);

    private final String name;
    private final FakeClock clock;
    private final Instant created;
    private final MessageStore store;
    private final ReentrantLock lock = new ReentrantLock();
    private final Observers observers = new Observers(lock);
    private final WaitingPolls waiting;

    private Duration visibility = USUAL_VISIBILITY;
    private Duration pollingWait = Duration.ZERO;
    private boolean emptyAtOnce;
    private int failingDeletes;
    private long polls;
    private boolean closed;

    /**
     * An empty queue.
     *
     * @param max how many messages are kept, the newest
     */
    MessageQueue(String name, FakeClock clock, int max) {
        this.name = name;
        this.clock = clock;
        this.created = clock.sourceTime();
        this.store = new MessageStore(max);
        this.waiting = new WaitingPolls(clock, lock, observers);
    }

    public String name() {
        return name;
    }

    /** When it was made. */
    Instant created() {
        return created.plus(clock.skew());
    }

    /** Looks at the queue, or changes it, as it is at this moment. */
    private <T extends @Nullable Object> T locked(Supplier<T> action) {
        lock.lock();
        try {
            store.refresh(clock.sourceTime());
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable action) {
        locked(() -> {
            action.run();
            waiting.wake();
            observers.wake();
            return true;
        });
    }

    /** Adds messages. */
    public void put(List<String> bodies) {
        change(() -> bodies.forEach(body -> store.put(body, clock.sourceTime())));
    }

    /**
     * Receives what is visible, or waits for it.
     *
     * @param wait null for what the queue says
     */
    List<QueueMessage> receive(int count, @Nullable Duration wait) {
        return locked(() -> {
            polls++;
            observers.wake();
            Instant end = clock.sourceTime().plus(wait == null ? pollingWait : wait);
            boolean isReached = waiting.await(end, this::isWorthWaiting) && !closed;
            return isReached ? shown(store.receive(count, clock.sourceTime(), visibility)) : List.of();
        });
    }

    /** Messages with times as the fake believes them to be. */
    private List<QueueMessage> shown(List<QueueMessage> messages) {
        return messages.stream().map(message -> message.by(clock.skew())).toList();
    }

    private boolean isWorthWaiting(Instant now) {
        store.refresh(now);
        return store.visible() == 0 && !emptyAtOnce && !closed;
    }

    /** Looks at messages without receiving them. */
    List<QueueMessage> peek(int count) {
        return locked(() -> shown(store.peek(count)));
    }

    /** Deletes messages. @return why not, for each handle that was not deleted */
    Map<String, Refusal> delete(List<String> handles) {
        return locked(() -> {
            Map<String, Refusal> failed = new LinkedHashMap<>();
            for (String handle : handles) {
                Refusal refusal = delete(handle);
                if (refusal != null) {
                    failed.put(handle, refusal);
                }
            }
            observers.wake();
            return failed;
        });
    }

    private @Nullable Refusal delete(String handle) {
        if (failingDeletes > 0) {
            failingDeletes--;
            return QueueErrors.INTERNAL;
        }
        return store.delete(handle) ? null : QueueErrors.deadHandle(handle);
    }

    /** Hides a message from now on for some time. @return the message; null when the handle is dead */
    @Nullable
    QueueMessage changeVisibility(String handle, Duration hidden) {
        return locked(() -> {
            QueueMessage message =
                    store.changeVisibility(handle, clock.sourceTime().plus(hidden));
            observers.wake();
            return message == null ? null : message.by(clock.skew());
        });
    }

    /** Has all hidden messages appear at once. */
    public void redeliver() {
        change(store::appearAll);
    }

    /** Says how long received messages are hidden. */
    public void visibility(Duration visibility) {
        change(() -> this.visibility = visibility);
    }

    /** Says how long polls wait that do not say it. */
    public void pollingWait(Duration wait) {
        change(() -> this.pollingWait = wait);
    }

    /** Has polls of an empty queue end at once, or no longer. */
    public void emptyAtOnce(boolean atOnce) {
        change(() -> this.emptyAtOnce = atOnce);
    }

    /** Has the next deletes fail. */
    public void failDeletes(int handles) {
        change(() -> this.failingDeletes = handles);
    }

    /** What it has, had and is told. */
    public QueueState state() {
        return locked(() -> store.state(polls, visibility, pollingWait));
    }

    /** How many polls wait whose clients are still there. */
    public int waitingPolls() {
        return locked(waiting::count);
    }

    /** All messages, in the order in which they were put in. */
    public List<QueueMessage> messages() {
        return locked(() -> shown(store.messages()));
    }

    /** Waits in real time. @return whether the condition was met in time */
    public boolean await(BooleanSupplier condition, Duration timeout) throws InterruptedException {
        return observers.await(condition, timeout);
    }

    /** The clock was moved by hand. */
    void clockMoved() {
        change(() -> {});
    }

    /** As new. Polls go on. */
    void reset() {
        change(() -> {
            store.clear();
            visibility = USUAL_VISIBILITY;
            pollingWait = Duration.ZERO;
            emptyAtOnce = false;
            failingDeletes = 0;
            polls = 0;
        });
    }

    /** Ends all polls, for ever. */
    void close() {
        change(() -> closed = true);
    }
}
