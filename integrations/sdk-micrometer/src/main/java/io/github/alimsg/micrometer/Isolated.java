package io.github.alimsg.micrometer;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what only observes: registries, handlers and conventions are the application's, and whatever they throw must not
 * replace the outcome of a call, since a message may have been sent.
 */
final class Isolated {
    private static final Logger LOG = LoggerFactory.getLogger(CallObservations.class);

    private Isolated() {}

    static void run(Runnable code) {
        get(() -> {
            code.run();
            return null;
        });
    }

    /** Returns null when the code throws. */
    static <T> @Nullable T get(Supplier<? extends @Nullable T> code) {
        try {
            return code.get();
        } catch (Throwable e) {
            if (e instanceof InterruptedException) { // undeclared
                Thread.currentThread().interrupt();
            }
            log(e);
            return null;
        }
    }

    /** By class name only: messages may be about anything. */
    private static void log(Throwable e) {
        try {
            LOG.debug("an observation failed: {}", e.getClass().getName());
        } catch (Throwable alsoFailed) {
            // A failing log changes nothing either.
        }
    }
}
