package io.github.alimsg.core.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import okhttp3.Connection;

/**
 * Finds out, before a request is written, whether the service has closed a pooled connection while it lay idle. Without
 * this such a call would fail as possibly sent, because OkHttp looks only at connections that were idle for ten seconds.
 *
 * <p>The look costs up to a millisecond, so connections that were busy a moment ago are spared it.
 */
final class StaleConnections {
    private static final long BUSY_A_MOMENT_AGO = TimeUnit.MILLISECONDS.toNanos(100);

    /** By all transports alike, since those that share an application's client share its connections. */
    static final StaleConnections OF_THIS_JVM = new StaleConnections(System::nanoTime);

    private final Map<Connection, AtomicLong> lastUsed = Collections.synchronizedMap(new WeakHashMap<>());
    private final LongSupplier nanoTime;

    StaleConnections(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A connection that was closed by the other side; nothing has been sent on it. */
    static final class StaleConnection extends IOException {
        private static final long serialVersionUID = 1;

        StaleConnection() {
            super("the service had closed the idle connection");
        }
    }

    /**
     * Looks at a connection that a request is about to be written to.
     *
     * @throws StaleConnection when the service has closed it; it is out of the pool then
     */
    void check(Connection connection) throws StaleConnection {
        AtomicLong last = lastUsed.get(connection);
        if (last == null) {
            lastUsed.put(connection, new AtomicLong(nanoTime.getAsLong()));
        } else if (nanoTime.getAsLong() - last.get() > BUSY_A_MOMENT_AGO && isClosedByPeer(connection.socket())) {
            lastUsed.remove(connection);
            closeQuietly(connection.socket());
            throw new StaleConnection();
        }
    }

    /** Remembers that a connection was busy until now. */
    void used(Connection connection) {
        AtomicLong last = lastUsed.get(connection);
        if (last != null) {
            last.set(nanoTime.getAsLong());
        }
    }

    /** Between two exchanges nothing may arrive: silence is health, the end of the stream or any byte is not. */
    private static boolean isClosedByPeer(Socket socket) {
        try {
            int timeout = socket.getSoTimeout();
            try {
                socket.setSoTimeout(1);
                socket.getInputStream().read();
                return true;
            } catch (SocketTimeoutException e) {
                return false;
            } finally {
                socket.setSoTimeout(timeout);
            }
        } catch (IOException e) {
            return true;
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed is closed
        }
    }
}
