package io.github.alimsg.core.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what only looks on: listeners, and policies that are told of a success. Whatever they throw, an {@link Error} or
 * an undeclared checked exception included, must not take the place of a call's outcome, since a message may be out.
 */
public final class Isolated {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.alimsg.core.Calls");

    private Isolated() {}

    /**
     * Runs something. What it throws is logged at DEBUG, by class names.
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
     * Notes a failure that changes nothing.
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
            // A log that fails is no reason either.
        }
    }

    /**
     * Sets the interrupt flag again, if what was caught is what cleared it.
     *
     * @param caught an undeclared {@link InterruptedException} perhaps
     */
    public static void keepInterrupt(Throwable caught) {
        if (caught instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }
}
