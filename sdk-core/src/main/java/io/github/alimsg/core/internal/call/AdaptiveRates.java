package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.wire.Operation;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How fast operations may go that the service refused lately. All clients derived from one learn together. */
final class AdaptiveRates {
    /** Where the rate of an operation without a documented limit begins, in calls a second; it doubles every second. */
    private static final double GUESS = 50;

    private final ConcurrentHashMap<String, AdaptiveRate> rates = new ConcurrentHashMap<>();

    /** The rate of an operation; null, for a single volatile read, when it was not refused lately. */
    @Nullable
    AdaptiveRate of(Operation<?, ?> operation) {
        return rates.get(operation.name());
    }

    /** A call was refused. */
    void refused(Operation<?, ?> operation, long now, @Nullable Duration hint) {
        AdaptiveRate rate = rates.get(operation.name());
        if (rate == null) {
            boolean guessed = operation.callsPerSecond() == 0;
            double limit = guessed ? GUESS : operation.callsPerSecond();
            rate = rates.computeIfAbsent(operation.name(), name -> new AdaptiveRate(limit, guessed, now, hint));
        }
        rate.refused(now, hint);
    }

    /** A call was let through; when that has gone well for some time, the operation goes without limits again. */
    void accepted(Operation<?, ?> operation, long now) {
        AdaptiveRate rate = rates.get(operation.name());
        if (rate != null) {
            rate.accepted(now);
            if (rate.isQuiet(now)) {
                rates.remove(operation.name(), rate);
            }
        }
    }

    /** Forgets all of them. */
    void forget() {
        rates.clear();
    }
}
