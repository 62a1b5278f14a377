package io.github.alimsg.spring.boot;

import io.github.alimsg.core.SdkClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Closes all clients when the application ends, the application's own included: waits for calls under way, then interrupts
 * them, so that each ends with a response or an exception. All clients are closed at once, so that they share the time.
 *
 * <p>Stopping a context that may be started again, as tests do between classes, closes nothing: a client can't be
 * reopened.
 */
final class ClientShutdown implements SmartLifecycle, ApplicationListener<ContextClosedEvent> {
    /** After web servers, message listeners, schedulers and executors, whose work may call; before connection pools. */
    static final int PHASE = Integer.MAX_VALUE / 2 - 1024;

    /** A client returns within a second of interrupting its calls. */
    private static final Duration INTERRUPT = Duration.ofSeconds(2);

    private final ApplicationContext context;
    private final ConfigurableListableBeanFactory beans;
    private final Duration longest;
    private volatile boolean running;
    private volatile boolean closing;

    /**
     * A shutdown.
     *
     * @param timeout how long the application's phases may take to stop
     */
    ClientShutdown(ApplicationContext context, ConfigurableListableBeanFactory beans, Duration timeout) {
        this.context = context;
        this.beans = beans;
        this.longest =
                timeout.compareTo(INTERRUPT.multipliedBy(2)) > 0 ? timeout.minus(INTERRUPT) : timeout.dividedBy(2);
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        closing |= event.getApplicationContext().equals(context);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable callback) {
        running = false;
        List<SdkClient<?>> clients = closing ? created() : List.of();
        if (clients.isEmpty()) {
            callback.run();
            return;
        }
        var left = new AtomicInteger(clients.size());
        for (SdkClient<?> client : clients) {
            new Thread(() -> close(client, left, callback), "alimsg-close").start();
        }
    }

    private void close(SdkClient<?> client, AtomicInteger left, Runnable callback) {
        try {
            client.close(longest);
        } finally {
            if (left.decrementAndGet() == 0) {
                callback.run();
            }
        }
    }

    private List<SdkClient<?>> created() {
        List<SdkClient<?>> clients = new ArrayList<>();
        for (String name : beans.getBeanNamesForType(SdkClient.class, true, false)) {
            if (beans.getSingleton(name) instanceof SdkClient<?> client) {
                clients.add(client);
            }
        }
        return clients;
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
