package io.github.alimsg.core.http;

import java.io.IOException;

/**
 * A reply whose body is larger than the client accepts.
 *
 * @serial exclude
 */
public final class ResponseTooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;

    /**
     * Creates the failure of a reply that was not read to its end.
     *
     * @param status HTTP status of the reply
     * @param limit the limit in bytes
     */
    public ResponseTooLargeException(int status, long limit) {
        super("the reply is larger than " + limit + " bytes; raise maxReplyBytes if that is expected");
        this.status = status;
    }

    /** {@return HTTP status of the reply} */
    public int status() {
        return status;
    }
}
