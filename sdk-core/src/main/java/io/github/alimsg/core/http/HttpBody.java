package io.github.alimsg.core.http;

import java.io.IOException;
import java.io.OutputStream;

/** A body that is written while it is sent, so it need not fit into memory. */
public interface HttpBody {
    /** {@return exactly how many bytes {@link #writeTo} writes} */
    long length();

    /**
     * Writes the body. A transport calls it at most once per request.
     *
     * @param out where to write to; stays open
     * @throws IOException when the body cannot be read or written; the request must then be aborted, never completed
     */
    void writeTo(OutputStream out) throws IOException;
}
