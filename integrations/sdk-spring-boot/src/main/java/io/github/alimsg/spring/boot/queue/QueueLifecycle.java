package io.github.alimsg.spring.boot.queue;

import io.github.alimsg.queue.ReceiptQueue;
import java.time.Duration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Reads queues from the application's start to its end: handlers that run then may finish, and clients that they call are
 * closed afterwards.
 *
 * <p>Stopping a context that may be started again, as tests do between classes, goes on reading: a queue can't be reopened.
 */
final class QueueLifecycle implements SmartLifecycle, ApplicationListener<ContextClosedEvent> {
    /** Before the clients, whose phase is lower, and with the application's listeners and schedulers or after them. */
    static final int PHASE = Integer.MAX_VALUE / 2;

    /** What closing takes beside the handlers. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final ReceiptQueue queue;
    private final ApplicationContext context;
    private final Duration handlers;
    private volatile boolean running;
    private volatile boolean closing;

    /**
     * A lifecycle.
     *
     * @param timeout how long the application's phases may take to stop
     */
    QueueLifecycle(ReceiptQueue queue, ApplicationContext context, Duration timeout) {
        this.queue = queue;
        this.context = context;
        this.handlers = timeout.compareTo(REST.multipliedBy(2)) > 0 ? timeout.minus(REST) : timeout.dividedBy(2);
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        closing |= event.getApplicationContext().equals(context);
    }

    @Override
    public void start() {
        queue.start();
        running = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable callback) {
        running = false;
        if (!closing) {
            callback.run();
            return;
        }
        new Thread(() -> close(callback), "alimsg-close").start();
    }

    private void close(Runnable callback) {
        try {
            queue.close(handlers);
        } finally {
            callback.run();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
