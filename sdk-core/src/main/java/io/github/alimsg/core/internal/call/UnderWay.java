package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The work under way in a client: what runs, on which thread, and what was handed to {@code async} and has not begun.
 * Closing waits for it, and interrupts it when that takes too long.
 *
 * <p>Work belongs to a thread, from its outermost beginning to its end: the calls of an upload, of a batch or of work
 * handed to {@code async} are part of it. A call costs one entry in a concurrent map; whoever ends the last work after
 * closing has begun wakes the one who closes.
 */
public final class UnderWay {
    /** Interrupted work ends within milliseconds; work that takes longer than this ignores interrupts. */
    private static final long GRACE_MILLIS = 1_000;

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private enum State {
        OPEN,
        /** New work is refused; work under way continues. */
        CLOSING,
        CLOSED
    }

    private final Map<Thread, Work> running = new ConcurrentHashMap<>();
    private final Set<Work> accepted = ConcurrentHashMap.newKeySet();
    private final CountDownLatch nothing = new CountDownLatch(1);
    private volatile State state = State.OPEN;
    private volatile boolean cutOff;

    /** Open, with nothing under way. */
    public UnderWay() {}

    /**
     * Begins work on the calling thread.
     *
     * @return the work, which the caller ends; null when it is part of other work of this thread
     * @throws IllegalStateException when the client is closed
     */
    public @Nullable Work begin() {
        if (running.containsKey(Thread.currentThread())) {
            if (state == State.CLOSED && !cutOff) { // work that was cut off ends as interrupted, wherever it is
                throw closed();
            }
            return null;
        }
        var work = new Work();
        work.beginHere();
        if (state
                != State.OPEN) { // checked only after adding it, so that either closing sees the work or the work sees
            // closing
            work.end();
            throw closed();
        }
        return work;
    }

    /**
     * Adds work that begins later, perhaps on another thread.
     *
     * @param work the work
     * @throws IllegalStateException when the client is closed
     */
    void accept(Work work) {
        accepted.add(work);
        boolean nested = running.containsKey(Thread.currentThread());
        if (state == State.CLOSED || state == State.CLOSING && !nested) {
            work.end();
            throw closed();
        }
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("the client is closed");
    }

    /** {@return whether closing has interrupted what was under way, so that nothing may be sent any more} */
    public boolean isCutOff() {
        return cutOff;
    }

    /** Refuses new work from now on; work under way continues. */
    public void close() {
        state = State.CLOSED;
    }

    /**
     * Refuses new work, waits for work under way, and interrupts what takes too long. Does not wait for work of the
     * calling thread.
     *
     * @param longest how long to wait
     * @param time the clock to wait by
     */
    public void close(Duration longest, TimeSource time) {
        if (state == State.OPEN) {
            state = State.CLOSING;
        }
        leaveOut(Thread.currentThread());
        wakeIfNothing();
        boolean interrupted = Thread.interrupted();
        try {
            if (!interrupted) {
                time.await(nothing, longest.compareTo(FOR_EVER) > 0 ? FOR_EVER : longest);
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        cutOff = nothing.getCount() > 0;
        state = State.CLOSED;
        if (cutOff) {
            interrupted |= interruptAll();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether the calling thread was interrupted. */
    private boolean interruptAll() {
        accepted.forEach(Work::interrupt);
        running.values().forEach(Work::interrupt);
        boolean interrupted = false;
        try { // so that their outcomes are reported
            nothing.await(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        accepted.forEach(Work::abandon);
        return interrupted;
    }

    private void leaveOut(Thread thread) {
        running.remove(thread);
        accepted.removeIf(work -> work.isOn(thread));
    }

    private void wakeIfNothing() {
        if (state != State.OPEN && running.isEmpty() && accepted.isEmpty()) {
            nothing.countDown();
        }
    }

    /** One call, upload or batch, or what was handed to {@code async}. */
    public class Work {
        private @Nullable Thread thread;
        private boolean interrupted;

        /** Work that has not begun. */
        Work() {}

        /** Begins on the calling thread, as part of its other work under way. */
        final void beginHere() {
            synchronized (this) {
                thread = Thread.currentThread();
            }
            running.putIfAbsent(Thread.currentThread(), this);
        }

        private synchronized boolean isOn(Thread other) {
            return other.equals(thread);
        }

        /** Interrupts it, if it is running. */
        void interrupt() {
            synchronized (this) { // so that no interrupt arrives once the thread works on something else
                if (thread != null) {
                    interrupted = true;
                    thread.interrupt();
                }
            }
        }

        /** Gives it up: it ignores interrupts. */
        void abandon() {}

        /** Ends it. */
        public final void end() {
            end(false);
        }

        /**
         * Ends it.
         *
         * @param answered whether it has a result: then an interrupt that was sent to it, and caused no exception, is
         *     cleared
         */
        public final void end(boolean answered) {
            synchronized (this) {
                if (answered && interrupted) {
                    Thread.interrupted();
                }
                if (thread != null) {
                    running.remove(thread, this);
                }
                thread = null;
                interrupted = false;
            }
            if (!accepted.isEmpty()) {
                accepted.remove(this);
            }
            wakeIfNothing();
        }
    }
}
