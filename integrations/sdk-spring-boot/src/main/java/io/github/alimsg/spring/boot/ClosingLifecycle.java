package io.github.alimsg.spring.boot;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Closes something when the application ends, for auto-configurations. Stopping a context that may be started again, as
 * tests do between classes, closes nothing, because what is closed can't be reopened.
 */
public abstract class ClosingLifecycle implements SmartLifecycle, ApplicationListener<ContextClosedEvent> {
    private final ApplicationContext context;
    private final Duration rest;
    private final int phase;
    private volatile boolean running;
    private volatile boolean closing;

    /**
     * A lifecycle.
     *
     * @param context the application's
     * @param phase when it closes: the higher, the earlier
     * @param rest what closing takes beside {@link #longest()}
     */
    protected ClosingLifecycle(ApplicationContext context, int phase, Duration rest) {
        this.context = context;
        this.phase = phase;
        this.rest = rest;
    }

    /** {@return how long work under way may take, so that closing ends within the time that phases have} */
    protected final Duration longest() {
        Duration timeout = Binder.get(context.getEnvironment())
                .bind("spring.lifecycle.timeout-per-shutdown-phase", Duration.class)
                .orElse(Duration.ofSeconds(30));
        return timeout.compareTo(rest.multipliedBy(2)) > 0 ? timeout.minus(rest) : timeout.dividedBy(2);
    }

    /**
     * Closes it.
     *
     * @param closed to be run afterwards, on any thread
     */
    protected abstract void close(Runnable closed);

    @Override
    public final void onApplicationEvent(ContextClosedEvent event) {
        closing |= event.getApplicationContext().equals(context);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public final void stop() {
        stop(() -> {});
    }

    @Override
    public final void stop(Runnable callback) {
        running = false;
        if (closing) {
            close(callback);
        } else {
            callback.run();
        }
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    @Override
    public final int getPhase() {
        return phase;
    }
}
