package io.github.alimsg.testing.gateway;

import io.github.alimsg.core.wire.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The calls per second that the fake enforces. */
final class Limits {
    private final Map<String, RateWindow> chosen = new ConcurrentHashMap<>();
    private final Map<String, RateWindow> documented = new ConcurrentHashMap<>();
    private volatile boolean enforceDocumented;

    void enforceDocumented(boolean enforce) {
        enforceDocumented = enforce;
    }

    void enforce(String operation, int callsPerSecond) {
        if (callsPerSecond < 1) {
            throw new IllegalArgumentException("a limit is at least one call per second, not " + callsPerSecond);
        }
        chosen.put(operation, new RateWindow(callsPerSecond));
    }

    void clear() {
        chosen.clear();
        documented.clear();
    }

    /** Counts a call. @return why it is refused; null when it may pass */
    @Nullable
    Refusal refusal(String name, @Nullable Operation<?, ?> known, Instant now) {
        RateWindow window = chosen.get(name);
        if (window == null && enforceDocumented && known != null && known.callsPerSecond() > 0) {
            window = documented.computeIfAbsent(name, any -> new RateWindow(known.callsPerSecond()));
        }
        Duration wait = window == null ? null : window.waitFor(now);
        return wait == null ? null : Refusal.throttled(wait);
    }
}
