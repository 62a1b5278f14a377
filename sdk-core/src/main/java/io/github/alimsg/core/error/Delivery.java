package io.github.alimsg.core.error;

/** Whether the service may have seen a call that got no answer. */
public enum Delivery {
    /** No byte of the request left this machine: the service cannot have acted on it. */
    NOT_SENT,
    /** The request, or part of it, left: the service may have acted on it. */
    UNKNOWN
}
