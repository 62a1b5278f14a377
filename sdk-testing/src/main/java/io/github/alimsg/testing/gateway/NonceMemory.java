package io.github.alimsg.testing.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Remembers nonces for 31 minutes, across all keys and operations, as the vendor's gateway is said to. */
final class NonceMemory {
    static final Duration SPAN = Duration.ofMinutes(31);

    private record Seen(String nonce, Instant until) {}

    private final int max;
    private final AtomicInteger kept = new AtomicInteger();
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();
    private final Queue<Seen> inOrder = new ConcurrentLinkedQueue<>();

    /**
     * Nothing was seen yet.
     *
     * @param max how many of the newest are remembered
     */
    NonceMemory(int max) {
        this.max = max;
    }

    /** Remembers a nonce. @return whether it is new */
    boolean isNew(String nonce, Instant now) {
        forgetOld(now);
        var mine = new Seen(nonce, now.plus(SPAN));
        Instant until = seen.putIfAbsent(nonce, mine.until);
        if (until != null && (now.isBefore(until) || !seen.replace(nonce, until, mine.until))) {
            return false;
        }
        inOrder.add(mine);
        if (kept.incrementAndGet() > max) {
            forget(inOrder.poll());
        }
        return true;
    }

    private void forgetOld(Instant now) {
        for (Seen oldest; (oldest = inOrder.peek()) != null && !now.isBefore(oldest.until); ) {
            if (inOrder.remove(oldest)) {
                forget(oldest);
            }
        }
    }

    private void forget(@Nullable Seen oldest) {
        if (oldest != null) {
            kept.decrementAndGet();
            seen.remove(oldest.nonce, oldest.until);
        }
    }

    void clear() {
        while (!inOrder.isEmpty()) {
            forget(inOrder.poll());
        }
    }
}
