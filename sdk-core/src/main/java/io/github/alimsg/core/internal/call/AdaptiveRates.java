package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.wire.Operation;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rates of operations that the service recently refused. Shared by all clients derived from one. */
final class AdaptiveRates {
    /** The initial rate of an operation without a documented limit, in calls a second; it doubles every second. */
    private static final double GUESS = 50;

    private final ConcurrentHashMap<String, AdaptiveRate> rates = new ConcurrentHashMap<>();

    /** The rate of an operation; null, at the cost of one volatile read, when it was not refused recently. */
    @Nullable
    AdaptiveRate of(Operation<?, ?> operation) {
        return rates.get(operation.name());
    }

    /** Records that a call was refused. */
    void refused(Operation<?, ?> operation, long now, @Nullable Duration hint) {
        AdaptiveRate rate = rates.get(operation.name());
        if (rate == null) {
            boolean guessed = operation.callsPerSecond() == 0;
            double limit = guessed ? GUESS : operation.callsPerSecond();
            rate = rates.computeIfAbsent(operation.name(), name -> new AdaptiveRate(limit, guessed, now, hint));
        }
        rate.refused(now, hint);
    }

    /** Records that a call was accepted; after some time without a refusal the operation is no longer limited. */
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
