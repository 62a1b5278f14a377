package io.github.alimsg.testing.queue;

import io.github.alimsg.testing.products.QueueMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one queue. While a message is handled it is hidden, and its handle dies when that time ends, when it is
 * received again, and when its visibility is changed. Guarded by the queue's lock.
 */
final class MessageStore {
    /** How long a message is kept that nobody deletes. */
    static final Duration RETENTION = Duration.ofDays(7);

    private final int max;
    private final TreeMap<Long, StoredMessage> all = new TreeMap<>();
    private final TreeMap<Long, StoredMessage> visible = new TreeMap<>();
    private final TreeSet<StoredMessage> hidden = new TreeSet<>(StoredMessage.BY_VISIBILITY);
    private final Map<String, StoredMessage> byHandle = new HashMap<>();
    private long lastNumber;
    private long deleted;
    private long lapsed;

    /**
     * An empty store.
     *
     * @param max how many messages are kept, the newest
     */
    MessageStore(int max) {
        this.max = max;
    }

    void put(String body, Instant now) {
        var message = new StoredMessage(++lastNumber, body, now);
        all.put(message.number(), message);
        visible.put(message.number(), message);
        if (all.size() > max) {
            remove(all.firstEntry().getValue());
        }
    }

    /** Lets time pass: hidden messages appear, and old ones go. */
    void refresh(Instant now) {
        while (!hidden.isEmpty() && !hidden.first().visibleAt().isAfter(now)) {
            appear(hidden.first());
        }
        while (!all.isEmpty()
                && !all.firstEntry().getValue().enqueuedAt().plus(RETENTION).isAfter(now)) {
            remove(all.firstEntry().getValue());
        }
    }

    private void appear(StoredMessage message) {
        unhide(message);
        message.appear();
        visible.put(message.number(), message);
    }

    private void unhide(StoredMessage message) {
        hidden.remove(message);
        byHandle.remove(message.handle());
    }

    private void hide(StoredMessage message, String handle) {
        hidden.add(message);
        byHandle.put(handle, message);
    }

    private void remove(StoredMessage message) {
        unhide(message);
        visible.remove(message.number());
        all.remove(message.number());
    }

    List<QueueMessage> receive(int count, Instant now, Duration visibility) {
        List<QueueMessage> received = new ArrayList<>();
        while (received.size() < count && !visible.isEmpty()) {
            StoredMessage message = visible.pollFirstEntry().getValue();
            hide(message, message.receive(now, now.plus(visibility)));
            received.add(message.snapshot());
        }
        return received;
    }

    List<QueueMessage> peek(int count) {
        return visible.values().stream()
                .limit(count)
                .map(StoredMessage::snapshot)
                .toList();
    }

    /** Deletes a message. @return whether the handle was alive */
    boolean delete(String handle) {
        StoredMessage message = byHandle.get(handle);
        if (message == null) {
            lapsed++;
            return false;
        }
        remove(message);
        deleted++;
        return true;
    }

    /** Hides a message from now on for some time. @return the message; null when the handle is dead */
    @Nullable
    QueueMessage changeVisibility(String handle, Instant until) {
        StoredMessage message = byHandle.get(handle);
        if (message == null) {
            return null;
        }
        unhide(message);
        hide(message, message.hide(until));
        return message.snapshot();
    }

    /** All hidden messages appear at once. */
    void appearAll() {
        while (!hidden.isEmpty()) {
            appear(hidden.first());
        }
    }

    void clear() {
        all.clear();
        visible.clear();
        hidden.clear();
        byHandle.clear();
        deleted = 0;
        lapsed = 0;
    }

    int visible() {
        return visible.size();
    }

    /** What it has and had, with what only its queue knows. */
    QueueState state(long polls, Duration visibility, Duration pollingWait) {
        return new QueueState(visible.size(), hidden.size(), deleted, lapsed, polls, visibility, pollingWait);
    }

    List<QueueMessage> messages() {
        return all.values().stream().map(StoredMessage::snapshot).toList();
    }
}
