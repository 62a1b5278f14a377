package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.internal.reply.ReplyHints;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The service's clock: this machine's, plus the difference found when the service last refused a request's timestamp.
 */
public final class ServiceClock {
    private final AtomicLong aheadMillis = new AtomicLong();

    ServiceClock() {}

    /** {@return the time at the service} */
    public Instant at(Instant now) {
        return now.plusMillis(aheadMillis.get());
    }

    /** Adopts the time in a reply; false when it has none. */
    public boolean correct(HttpResponse reply, Instant now) {
        Instant service = ReplyHints.date(reply);
        if (service == null) {
            return false;
        }
        aheadMillis.set(Duration.between(now, service).toMillis());
        return true;
    }

    void forget() {
        aheadMillis.set(0);
    }
}
