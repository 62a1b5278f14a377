package io.github.alimsg.it.once;

/** Where in a send a worker process is killed or held. */
enum Gap {
    /** Nowhere. */
    NONE,
    /** The key is claimed, and not marked. */
    CLAIM,
    /** The key is marked, and no byte has left. */
    MARK,
    /** The request has arrived, and the service has not answered. */
    BYTES,
    /** The service has answered, and the outcome is not written. */
    RECORD,
    /** Anywhere, some time after the first mark of the process. */
    LATER,
    /** Between two attempts. */
    ATTEMPTS
}
