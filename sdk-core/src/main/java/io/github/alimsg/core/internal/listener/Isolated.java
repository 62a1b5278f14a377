package io.github.alimsg.core.internal.listener;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs application code that only observes: listeners, and policies that are told of a success. Whatever it throws, an
 * {@link Error} or an undeclared checked exception included, must not replace a call's outcome, since a message may
 * have been sent.
 */
public final class Isolated {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.alimsg.core.Calls");

    private Isolated() {}

    /**
     * Runs something. What it throws is logged at DEBUG, by class name only.
     *
     * @param owner whose code it is
     * @param code what to run
     */
    public static void run(Object owner, Runnable code) {
        try {
            code.run();
        } catch (Throwable e) {
            failed(owner, e);
        }
    }

    /**
     * Logs a failure that changes nothing.
     *
     * @param owner whose code failed
     * @param failure what it threw
     */
    public static void failed(Object owner, Throwable failure) {
        keepInterrupt(failure);
        log(owner, failure);
    }

    private static void log(Object owner, Throwable failure) {
        try {
            LOG.debug(
                    "{} failed: {}",
                    owner.getClass().getName(),
                    failure.getClass().getName());
        } catch (Throwable e) {
            // A failing log changes nothing either.
        }
    }

    /**
     * Sets the interrupt flag again if the exception cleared it.
     *
     * @param caught perhaps an undeclared {@link InterruptedException}
     */
    public static void keepInterrupt(Throwable caught) {
        if (caught instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }
}
