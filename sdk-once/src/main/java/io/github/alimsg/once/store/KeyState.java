package io.github.alimsg.once.store;

/** What is known of an idempotency key. Only {@link #NEW} and {@link #NOT_SENT} may be sent; from {@link #SENDING} only its own sender leads back. */
public enum KeyState {
    /** Written down, or released: whoever claims it may send. */
    NEW,
    /** A worker prepares the request. When its lease ends, another may claim the key. */
    CLAIMED,
    /** A signed request may leave at any moment, or has left. Only the worker that wrote this state sends. */
    SENDING,
    /** The service accepted the message. */
    ACCEPTED,
    /** The service refused the message, and would do so again. */
    REFUSED,
    /** Nothing was sent, for a reason that passes: may be claimed again, if the record names a time, from then on. */
    NOT_SENT,
    /** A message may have been sent: a lost reply, or a process that died while it was sending. It is looked up. */
    UNKNOWN,
    /** Still unknown after the horizon: somebody must decide. */
    UNDECIDED;

    /** {@return whether a worker is at it} */
    public boolean isInProgress() {
        return this == CLAIMED || this == SENDING;
    }

    /** {@return whether a message may have been sent, without anybody knowing} */
    public boolean isOpen() {
        return this == UNKNOWN || this == UNDECIDED;
    }

    /** {@return whether nothing was sent since the key was written down or released} */
    public boolean isUnsent() {
        return this == NEW || this == CLAIMED || this == NOT_SENT || this == REFUSED;
    }
}
