package io.github.alimsg.core.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * Ends exchanges whose thread was interrupted: a platform thread that blocks on a socket does not notice by itself. One
 * daemon thread looks at the exchanges under way while there are any, and ends when there were none for a while.
 */
final class InterruptWatch {
    private static final long LOOK_EVERY_MILLIS = 20;
    private static final long IDLE_LOOKS = TimeUnit.SECONDS.toMillis(5) / LOOK_EVERY_MILLIS;

    private final ConcurrentMap<Call, Watched> underWay = new ConcurrentHashMap<>();
    private final AtomicBoolean watching = new AtomicBoolean();

    /** An exchange under way. */
    interface Watched {
        Thread thread();

        void cancel();
    }

    void begin(Call call, Watched exchange) {
        underWay.put(call, exchange);
        if (!watching.get() && watching.compareAndSet(false, true)) {
            var thread = new Thread(this::watch, "alimsg-interrupt-watch");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void end(Call call) {
        underWay.remove(call);
    }

    /** The exchange begun with a call; null when the call is somebody else's. */
    @Nullable
    Watched of(Call call) {
        return underWay.get(call);
    }

    /** The call that a thread makes; null when it makes none. Looks through all of them. */
    @Nullable
    Call callOf(Thread thread) {
        for (Map.Entry<Call, Watched> entry : underWay.entrySet()) {
            if (entry.getValue().thread().equals(thread)) {
                return entry.getKey();
            }
        }
        return null;
    }

    private void watch() {
        long idle = 0;
        do {
            idle = underWay.isEmpty() ? idle + 1 : 0;
            for (Watched exchange : underWay.values()) {
                if (exchange.thread().isInterrupted()) {
                    exchange.cancel();
                }
            }
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS));
        } while (idle < IDLE_LOOKS);
        watching.set(false);
        // One may have begun between the last look and now, and have left the watching to this thread.
        if (!underWay.isEmpty() && watching.compareAndSet(false, true)) {
            watch();
        }
    }
}
