package io.github.alimsg.it.once;

/** What can happen where a worker of {@link ModelRun} is about to take a step. */
enum Event {
    /** The worker takes its step. */
    PROCEED(Integer.MAX_VALUE),
    /** The other worker goes on, and this one is held until that one ends or hands back. */
    OTHER(2),
    /** The process dies before the step. */
    CRASH(2),
    /** The store can't be reached. */
    STORE_DOWN(2),
    /** The store takes the step, and its answer is lost. */
    STORE_ANSWER_LOST(2),
    /** The connection can't be opened. The engine repeats that. */
    NOT_CONNECTED(1),
    /** The service refuses the request for its rate. The engine repeats that. */
    THROTTLED(1),
    /** The service refuses the message. */
    REFUSED(1),
    /** The request is lost on its way. */
    REQUEST_LOST(1),
    /** The request arrives, and the reply is lost. */
    REPLY_LOST(2),
    /** The worker stops waiting while the request is still on its way: it may arrive at any time. */
    REQUEST_LATE(1),
    /** A request that is on its way arrives. */
    ARRIVAL(1),
    /** Leases end. */
    LEASE_ENDS(1),
    /** The key is looked up: found if the service has its message, else given up. */
    LOOK_UP(1),
    /** Leases end, the key is looked up in vain or not at all, and released as soon as {@code Once} allows it. */
    RELEASE(1),
    /** A receipt of a message that has arrived is handed to {@code Once}. */
    RECEIPT(1),
    /** An outcome that could not be written is written. */
    OUTCOME_WRITTEN(2),
    /** The key, which has an outcome, is pruned, and a third process sends it as a new one. It has no reply yet. */
    PRUNED(1),
    /**
     * The worker dies. The database is restored from a backup that does not have the key, and the other worker, which
     * begins after that, refuses older keys.
     */
    RESTORED(1);

    /** How often it may happen in one run. */
    final int most;

    Event(int most) {
        this.most = most;
    }
}
