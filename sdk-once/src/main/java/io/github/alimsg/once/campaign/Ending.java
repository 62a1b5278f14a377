package io.github.alimsg.once.campaign;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Why a run ends before its source does, if it does. */
final class Ending {
    private final Thread thread = Thread.currentThread();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final AtomicReference<@Nullable RuntimeException> stoppedBy = new AtomicReference<>();
    private final AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    private final AtomicInteger unknownInARow = new AtomicInteger();

    /** Begins no more parts. */
    void ask() {
        asked.countDown();
    }

    /** Whether the caller is what the run is waiting for. */
    boolean isOnItsOwnThread() {
        return thread.equals(Thread.currentThread());
    }

    /** Open until the run ends; to be waited for in place of sleeping. */
    CountDownLatch asked() {
        return asked;
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Takes note of a part, and ends the run if something is wrong that will not go away. */
    void after(PartSender.Result result, boolean isUnknown, int maxUnknownParts) {
        int inARow = isUnknown ? unknownInARow.incrementAndGet() : 0;
        if (!isUnknown && result.failure() == null) {
            unknownInARow.set(0);
        }
        if (result.isUnexpected()) {
            thrown.compareAndSet(null, result.failure());
            ask();
        } else if (result.endsRun() || inARow >= maxUnknownParts) {
            if (result.failure() instanceof RuntimeException failure) {
                stoppedBy.compareAndSet(null, failure);
            }
            ask();
        }
    }

    /** Ends the run with something that is thrown to whoever runs the campaign. */
    void fail(Throwable failure) {
        thrown.compareAndSet(null, failure);
        ask();
    }

    @Nullable
    RuntimeException stoppedBy() {
        return stoppedBy.get();
    }

    void throwFailure() {
        Throwable failure = thrown.get();
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException known) {
            throw known;
        }
        if (failure != null) {
            throw new IllegalStateException("the campaign failed", failure);
        }
    }
}
