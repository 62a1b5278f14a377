package io.github.alimsg.spring.boot;

import io.github.alimsg.core.SdkClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;

/**
 * Closes all clients when the application ends, the application's own included: waits for calls under way, then interrupts
 * them, so that each ends with a response or an exception. All clients are closed at once, so that they share the time.
 */
final class ClientShutdown extends ClosingLifecycle {
    /** After web servers, message listeners, schedulers and executors, whose work may call; before connection pools. */
    static final int PHASE = Integer.MAX_VALUE / 2 - 1024;

    /** A client returns within a second of interrupting its calls. */
    private static final Duration INTERRUPT = Duration.ofSeconds(2);

    private final ConfigurableListableBeanFactory beans;

    ClientShutdown(ApplicationContext context, ConfigurableListableBeanFactory beans) {
        super(context, PHASE, INTERRUPT);
        this.beans = beans;
    }

    @Override
    protected void close(Runnable closed) {
        List<SdkClient<?>> clients = created();
        if (clients.isEmpty()) {
            closed.run();
            return;
        }
        var left = new AtomicInteger(clients.size());
        for (SdkClient<?> client : clients) {
            new Thread(() -> close(client, left, closed), "alimsg-close").start();
        }
    }

    private void close(SdkClient<?> client, AtomicInteger left, Runnable closed) {
        try {
            client.close(longest());
        } finally {
            if (left.decrementAndGet() == 0) {
                closed.run();
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
}
