package io.github.alimsg.core.error;

/** Whether a call that got no reply may have reached the service. */
public enum Delivery {
    /** No byte of the request left this machine: the service cannot have acted on it. */
    NOT_SENT,
    /** The request, or part of it, was sent: the service may have acted on it. */
    UNKNOWN
}
