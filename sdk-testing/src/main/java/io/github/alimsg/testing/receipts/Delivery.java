package io.github.alimsg.testing.receipts;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body that is delivered, for the first time or again.
 *
 * @param target where to
 * @param batch what
 * @param attempts how often it was delivered so far
 * @param patience how long an answer may take
 */
record Delivery(URI target, Batch batch, int attempts, Duration patience) {
    Delivery next() {
        return new Delivery(target, batch, attempts + 1, patience);
    }

    /** How long the service waits before it delivers the body again; null when it gives up. */
    @Nullable
    Duration pause() {
        List<Duration> pauses = batch.kind().pauses();
        return attempts <= pauses.size() ? pauses.get(attempts - 1) : null;
    }
}
