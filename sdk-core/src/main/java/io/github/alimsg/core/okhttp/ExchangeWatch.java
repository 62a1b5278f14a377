package io.github.alimsg.core.okhttp;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * Cancels exchanges that have lasted too long, and those whose thread was interrupted: a platform thread that blocks on
 * a socket does not notice an interrupt by itself. One daemon thread checks the exchanges under way while there are
 * any, and ends after a while without any.
 *
 * <p>OkHttp's own timeouts could do the first part. But they queue an alarm for every call, every write and every read,
 * and wake a thread for most of them, which measurably adds to the CPU time of a call.
 */
final class ExchangeWatch implements Runnable {
    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long STAYS_IDLE = TimeUnit.SECONDS.toNanos(5);

    private final ConcurrentMap<Call, Exchange> underWay = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Thread> watcher = new AtomicReference<>();
    private volatile long nextLook;
    private volatile boolean leaving;

    void begin(Exchange exchange) {
        underWay.put(exchange.call(), exchange);
        Thread watching = watcher.get();
        if (watching == null) {
            startWatching();
        } else if (exchange.endsAt() - nextLook < 0) {
            LockSupport.unpark(watching);
        }
    }

    void end(Exchange exchange) {
        underWay.remove(exchange.call());
    }

    /** The exchange of a call; null when the call is not ours. */
    @Nullable
    Exchange of(Call call) {
        return underWay.get(call);
    }

    /** The exchange of a thread; null when it has none. Searches all exchanges. */
    @Nullable
    Exchange of(Thread thread) {
        for (Exchange exchange : underWay.values()) {
            if (exchange.isMadeBy(thread)) {
                return exchange;
            }
        }
        return null;
    }

    /**
     * Lets the thread end as soon as there is nothing to watch: it would keep the classes of a stopped application in
     * memory.
     */
    void leaveWhenIdle() {
        leaving = true;
        LockSupport.unpark(watcher.get());
    }

    private void startWatching() {
        leaving = false;
        var thread = new Thread(this, "alimsg-exchange-watch");
        thread.setDaemon(true);
        if (watcher.compareAndSet(null, thread)) {
            try {
                thread.start();
            } catch (Throwable e) { // no memory for a thread: the next exchange tries again
                watcher.set(null);
                throw e;
            }
        }
    }

    /** Watches, until there has been nothing to watch for a while. */
    @Override
    public void run() {
        try {
            long now = System.nanoTime();
            for (long busy = now; now - busy < STAYS_IDLE; now = System.nanoTime()) {
                busy = underWay.isEmpty() ? busy : now;
                if (leaving && underWay.isEmpty()) {
                    return;
                }
                LockSupport.parkNanos(lookUnlessOutOfMemory(now) - System.nanoTime());
            }
        } finally {
            watcher.set(null);
            // An exchange may have begun since the last look and rely on this thread.
            if (!underWay.isEmpty()) {
                startWatching();
            }
        }
    }

    /** Continues whatever happens: without this thread no exchange would end in time. */
    private long lookUnlessOutOfMemory(long now) {
        try {
            return look(now);
        } catch (Throwable e) {
            return now + LOOK_EVERY;
        }
    }

    /** Cancels what is overdue. Returns when to look again. */
    private long look(long now) {
        long next = now + LOOK_EVERY;
        nextLook = next; // before looking: an exchange that begins from here on either is seen or wakes this thread
        for (Exchange exchange : underWay.values()) {
            if (!exchange.cancelIfOverdue(now) && exchange.endsAt() - next < 0) {
                next = exchange.endsAt();
            }
        }
        nextLook = next;
        return next;
    }
}
