package io.github.alimsg.core.okhttp;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Finds out, before a request is written, whether a pooled connection is still good for one. The response before must
 * have ended cleanly, as its {@link ResponseGuard} knows, and nothing may have arrived since. The end of the stream means
 * that the service has closed it, and the call would fail as possibly sent, because OkHttp looks only at connections that
 * were idle for ten seconds. Any byte belongs to a response too many, which would be taken for the response to the
 * request.
 *
 * <p>Bytes that have arrived are seen at every look, for half a microsecond. The end of the stream shows on sockets of
 * {@link ChannelSockets} for another two microseconds; connections that were used within the last millisecond are spared
 * that. On others, which an application's client made, the end shows only by waiting for up to a millisecond, so
 * connections that were busy a moment ago are spared that.
 */
final class StaleConnections {
    private static final long BUSY_JUST_NOW = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long BUSY_A_MOMENT_AGO = TimeUnit.MILLISECONDS.toNanos(100);

    /** For all transports of this JVM, since those that share an application's client share its connections. */
    static final StaleConnections SHARED = new StaleConnections(System::nanoTime);

    private final LongSupplier nanoTime;

    StaleConnections(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A connection that can carry no request any more; nothing has been sent on it. */
    static final class StaleConnection extends IOException {
        private static final long serialVersionUID = 1;

        StaleConnection() {
            super("the service had closed the idle connection, or had sent what nobody asked for");
        }
    }

    /**
     * Looks at a connection, which a request is about to be written to.
     *
     * @param guard the connection's guard
     * @throws StaleConnection when it is of no use; it is closed then, and so out of the pool
     */
    void check(ResponseGuard guard) throws StaleConnection {
        if (guard.isUsed() && !isClean(guard)) {
            guard.close();
            throw new StaleConnection();
        }
    }

    /** Remembers that the connection was busy until now. */
    void used(ResponseGuard guard) {
        guard.usedAt(nanoTime.getAsLong());
    }

    private boolean isClean(ResponseGuard guard) {
        try {
            long idle = nanoTime.getAsLong() - guard.lastUsed();
            return guard.isReusable()
                    && (idle < (guard.isChannel() ? BUSY_JUST_NOW : BUSY_A_MOMENT_AGO)
                            ? guard.available() == 0
                            : guard.isSilent());
        } catch (IOException e) {
            return false;
        }
    }
}
