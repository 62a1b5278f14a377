package io.github.alimsg.testing.queue;

import io.github.alimsg.testing.products.QueueMessage;
import io.github.alimsg.testing.products.QueueXml;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A message while its queue has it. Guarded by the queue's lock. */
final class StoredMessage {
    static final Comparator<StoredMessage> BY_VISIBILITY = Comparator.<StoredMessage, Instant>comparing(
                    message -> message.visibleAt)
            .thenComparingLong(message -> message.number);

    /** What every handle has behind its first dash. Real ones have these characters, which URLs and forms change. */
    private static final String MARK = "Fake+/";

    private final long number;
    private final String id = QueueXml.newId();
    private final String body;
    private final Instant enqueuedAt;
    private Instant visibleAt;
    private @Nullable Instant firstReceivedAt;
    private @Nullable String handle;
    private int dequeueCount;

    StoredMessage(long number, String body, Instant now) {
        this.number = number;
        this.body = body;
        this.enqueuedAt = now;
        this.visibleAt = now;
    }

    long number() {
        return number;
    }

    Instant enqueuedAt() {
        return enqueuedAt;
    }

    Instant visibleAt() {
        return visibleAt;
    }

    /** What deletes it; null while it can be received. */
    @Nullable
    String handle() {
        return handle;
    }

    /** Somebody receives it. @return its handle */
    String receive(Instant now, Instant hiddenUntil) {
        dequeueCount++;
        firstReceivedAt = firstReceivedAt == null ? now : firstReceivedAt;
        return hide(hiddenUntil);
    }

    /** Hides it. @return its new handle, which ends the one before */
    String hide(Instant until) {
        byte[] random = new byte[16];
        ThreadLocalRandom.current().nextBytes(random);
        String fresh = number + "-" + MARK + Base64.getEncoder().encodeToString(random);
        visibleAt = until;
        handle = fresh;
        return fresh;
    }

    /** It can be received again. */
    void appear() {
        handle = null;
    }

    /** Whether a text looks like a handle. */
    static boolean isHandle(String text) {
        return text.startsWith(MARK, text.indexOf('-') + 1);
    }

    /** The message as it is now. */
    QueueMessage snapshot() {
        return new QueueMessage(id, handle, body, enqueuedAt, firstReceivedAt, visibleAt, dequeueCount);
    }
}
