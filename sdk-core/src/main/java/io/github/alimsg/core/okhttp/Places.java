package io.github.alimsg.core.okhttp;

import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.http.HttpFailure;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The connections that a transport may have in use at a time, given to calls in order of arrival. */
final class Places {
    private final int count;
    private final Semaphore free;

    Places(int count) {
        this.count = count;
        this.free = new Semaphore(count, true);
    }

    /** Waits for a free one. */
    void take(Duration longest) throws HttpFailure, InterruptedException {
        if (!free.tryAcquire() && !free.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new HttpFailure(
                    Delivery.NOT_SENT,
                    "every connection was busy until this call's timeout passed; raise maxConnections",
                    null);
        }
    }

    /** Takes up to a number of those that are free now and that no call waits for. Returns how many. */
    int takeFree(int most) {
        int taken = 0;
        while (taken < most && !free.hasQueuedThreads() && free.tryAcquire()) {
            taken++;
        }
        return taken;
    }

    void giveBack() {
        free.release();
    }

    void giveBack(int taken) {
        free.release(taken);
    }

    int taken() {
        return count - free.availablePermits();
    }
}
