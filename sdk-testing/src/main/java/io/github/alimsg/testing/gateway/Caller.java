package io.github.alimsg.testing.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a client. A request is handled by the thread that has read it, so that thread can find out whether
 * somebody still waits for the reply.
 */
public final class Caller extends Socket {
    private static final ThreadLocal<Caller> READ_BY_THIS_THREAD = new ThreadLocal<>();

    private @Nullable PushbackInputStream in;

    /** A connection that is not accepted yet. */
    Caller() throws SocketException {
        super((SocketImpl) null);
    }

    /** The connection that this thread has read last; null when it has read none. */
    public static @Nullable Caller ofThisThread() {
        return READ_BY_THIS_THREAD.get();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        if (in == null) {
            in = new Noting(super.getInputStream());
        }
        return in;
    }

    /** Whether the client has closed the connection. Asked by one thread at a time, none of which reads a request. */
    public boolean isGone() {
        PushbackInputStream from = in;
        if (from == null) {
            return isClosed();
        }
        try {
            int timeout = getSoTimeout();
            setSoTimeout(1);
            try {
                int next = from.read();
                if (next >= 0) {
                    from.unread(next);
                }
                return next < 0;
            } catch (SocketTimeoutException nothingSaid) {
                return false;
            } finally {
                setSoTimeout(timeout);
            }
        } catch (IOException broken) {
            return true;
        }
    }

    /** Notes which thread reads. */
    private final class Noting extends PushbackInputStream {
        Noting(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            READ_BY_THIS_THREAD.set(Caller.this);
            return super.read(into, offset, length);
        }
    }
}
