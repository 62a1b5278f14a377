package io.github.alimsg.once;

import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.once.store.KeyOutcome;
import io.github.alimsg.once.store.KeyRecord;
import io.github.alimsg.once.store.KeyStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes outcomes, and goes on trying while the store can't be reached: the caller has its answer by then. What could
 * not be written when the process ends is as after a crash: the key becomes unknown and is looked up.
 */
final class OutcomeWriter {
    private static final Logger LOG = LoggerFactory.getLogger(Once.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** At a thousand sends a second, ten seconds of an outage. What is beyond is as after a crash. */
    private static final int MAX_WAITING = 10_000;

    /** Longer than any lease is worth: by then others look the keys up. */
    private static final int MAX_TRIES = 600;

    private final KeyStore store;
    private final TimeSource time;
    private final Consumer<? super KeyRecord> sentTwice;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    OutcomeWriter(KeyStore store, TimeSource time, Consumer<? super KeyRecord> sentTwice) {
        this.store = store;
        this.time = time;
        this.sentTwice = sentTwice;
    }

    /** Writes an outcome now, or as soon as the store can be reached. Never throws. */
    void write(String key, long fence, KeyOutcome outcome) {
        write(() -> writeNow(key, fence, outcome));
    }

    /** Runs a statement that writes an outcome, now or as soon as the store can be reached. Never throws. */
    void write(Runnable statement) {
        boolean interrupted = Thread.interrupted(); // an interrupt would break a connection, and lose the outcome
        try {
            if (!tryWrite(statement)) {
                later(statement);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Writes an outcome now, or throws what the store throws. */
    void writeNow(String key, long fence, KeyOutcome outcome) {
        if (store.finish(key, fence, outcome) == KeyStore.Finish.LATE) {
            store.find(key).ifPresent(this::tell);
        }
    }

    private boolean tryWrite(Runnable statement) {
        try {
            statement.run();
            return true;
        } catch (Throwable e) { // a store may throw anything, and the outcome must not be lost for it
            LOG.debug("can't write an outcome: {}", e.getClass().getName());
            return false;
        }
    }

    private void tell(KeyRecord record) {
        try {
            sentTwice.accept(record);
        } catch (Throwable e) {
            LOG.debug("onSentTwice failed: {}", e.getClass().getName());
        }
    }

    private synchronized void later(Runnable statement) {
        if (waiting.size() >= MAX_WAITING) {
            LOG.debug("too many outcomes wait for the store; what it is about will be looked up");
            return;
        }
        waiting.add(statement);
        if (!running) {
            running = true;
            var thread = new Thread(this::writeWaiting, "alimsg-once-outcomes");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void writeWaiting() {
        int tries = 0;
        while (true) {
            Runnable next = next(tries);
            if (next == null) {
                return;
            }
            if (tryWrite(next)) {
                remove();
                tries = 0;
            } else {
                tries++;
                try {
                    time.sleep(PAUSE);
                } catch (InterruptedException e) {
                    tries = MAX_TRIES;
                }
            }
        }
    }

    private synchronized @Nullable Runnable next(int tries) {
        if (tries >= MAX_TRIES) {
            waiting.clear();
        }
        running = !waiting.isEmpty();
        return waiting.peek();
    }

    private synchronized void remove() {
        waiting.poll();
    }
}
