package io.github.alimsg.core.okhttp;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Checks, before a request is written, whether a pooled connection can still carry one. The previous response must have
 * ended cleanly, as its {@link ResponseGuard} knows, and nothing may have arrived since. The end of the stream means
 * that the service has closed the connection; the call would fail as possibly sent, because OkHttp checks only
 * connections that were idle for ten seconds. Any byte belongs to a surplus response, which would be taken for the
 * response to the request.
 *
 * <p>Every check looks for bytes, which costs half a microsecond. On sockets of {@link ChannelSockets}, checking for
 * the end of the stream costs another two microseconds, and is skipped for connections that were used within the last
 * millisecond. On other sockets, which an application's client created, it takes up to a millisecond of waiting, and is
 * skipped for connections that were busy a moment ago.
 */
final class StaleConnections {
    private static final long BUSY_JUST_NOW = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long BUSY_A_MOMENT_AGO = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long USED_LATELY = TimeUnit.SECONDS.toNanos(1);

    /** For all transports of this JVM, since those that share an application's client share its connections. */
    static final StaleConnections SHARED = new StaleConnections(System::nanoTime);

    private final LongSupplier nanoTime;

    StaleConnections(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The connection can no longer carry a request; nothing has been sent on it. */
    static final class StaleConnection extends IOException {
        private static final long serialVersionUID = 1;

        StaleConnection() {
            super("the service closed the idle connection, or sent something unrequested on it");
        }
    }

    /**
     * Checks a connection before a request is written to it.
     *
     * @param guard the connection's guard
     * @throws StaleConnection when it is unusable; it is then closed, and so out of the pool
     */
    void check(ResponseGuard guard) throws StaleConnection {
        if (guard.isUsed() && !isClean(guard)) {
            guard.close();
            throw new StaleConnection();
        }
    }

    /**
     * Checks a connection, and refuses it also if it was last used more than a second ago.
     *
     * @param guard the connection's guard
     * @throws StaleConnection when it is refused; it is then closed, and so out of the pool
     */
    void checkUsedLately(ResponseGuard guard) throws StaleConnection {
        if (guard.isUsed() && nanoTime.getAsLong() - guard.lastUsed > USED_LATELY) {
            guard.close();
            throw new StaleConnection();
        }
        check(guard);
    }

    /** Remembers that the connection was busy until now. */
    void used(ResponseGuard guard) {
        guard.lastUsed = nanoTime.getAsLong();
    }

    private boolean isClean(ResponseGuard guard) {
        try {
            long idle = nanoTime.getAsLong() - guard.lastUsed;
            SilenceProbe probe = guard.probe();
            return guard.isReusable()
                    && (idle < (probe.isChannel() ? BUSY_JUST_NOW : BUSY_A_MOMENT_AGO)
                            ? probe.available() == 0
                            : probe.isSilent());
        } catch (IOException e) {
            return false;
        }
    }
}
