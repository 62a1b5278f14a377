package io.github.alimsg.once;

import java.util.List;

/**
 * What {@link Once#reconcile()} did.
 *
 * @param lookedUp how many unknown keys were due
 * @param settled how many of them turned out to be accepted
 * @param undecided how many passed the horizon: somebody must decide about them
 * @param failures look-ups that failed; those keys stay unknown and are looked up again
 */
public record Reconciliation(int lookedUp, int settled, int undecided, List<RuntimeException> failures) {
    /** Shows the numbers. */
    @Override
    public String toString() {
        return "Reconciliation{lookedUp=" + lookedUp + ", settled=" + settled + ", undecided=" + undecided
                + ", failures=" + failures.size() + "}";
    }
}
