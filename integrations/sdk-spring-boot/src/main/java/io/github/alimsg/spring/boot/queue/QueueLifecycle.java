package io.github.alimsg.spring.boot.queue;

import io.github.alimsg.queue.ReceiptQueue;
import io.github.alimsg.spring.boot.ClosingLifecycle;
import java.time.Duration;
import org.springframework.context.ApplicationContext;

/**
 * Reads queues from the application's start to its end: handlers that run then may finish, and clients that they call are
 * closed afterwards.
 */
final class QueueLifecycle extends ClosingLifecycle {
    /** Before the clients, whose phase is lower, and with the application's listeners and schedulers or after them. */
    static final int PHASE = Integer.MAX_VALUE / 2;

    /** What closing takes beside the handlers. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final ReceiptQueue queue;

    QueueLifecycle(ReceiptQueue queue, ApplicationContext context) {
        super(context, PHASE, REST);
        this.queue = queue;
    }

    @Override
    public void start() {
        queue.start();
        super.start();
    }

    @Override
    protected void close(Runnable closed) {
        new Thread(() -> closeThen(closed), "alimsg-close").start();
    }

    private void closeThen(Runnable closed) {
        try {
            queue.close(longest());
        } finally {
            closed.run();
        }
    }
}
