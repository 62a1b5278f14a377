package io.github.alimsg.core.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import okhttp3.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, before a request is written, whether a pooled connection is still good for one: between two exchanges
 * nothing may arrive. The end of the stream means that the service has closed it, and the call would fail as possibly
 * sent, because OkHttp looks only at connections that were idle for ten seconds. Any byte belongs to an answer too many,
 * which would be taken for the answer to the request.
 *
 * <p>On sockets of {@link ChannelSockets} the look costs two microseconds. On others, which an application's client
 * made, the end of the stream shows only by waiting for up to a millisecond, so connections that were busy a moment ago
 * are spared that.
 */
final class StaleConnections {
    private static final long BUSY_A_MOMENT_AGO = TimeUnit.MILLISECONDS.toNanos(100);

    /** By all transports alike, since those that share an application's client share its connections. */
    static final StaleConnections OF_THIS_JVM = new StaleConnections(System::nanoTime);

    private final Map<Connection, Past> pasts = Collections.synchronizedMap(new WeakHashMap<>());
    private final LongSupplier nanoTime;

    StaleConnections(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** What is remembered of a connection that has carried an exchange. One thread at a time uses it. */
    private static final class Past {
        private volatile long lastUsed;
        private volatile @Nullable String answer;
    }

    /** A connection that can carry no request any more; nothing has been sent on it. */
    static final class StaleConnection extends IOException {
        private static final long serialVersionUID = 1;

        StaleConnection() {
            super("the service had closed the idle connection, or had sent what nobody asked for");
        }
    }

    /**
     * Looks at a connection that a request is about to be written to.
     *
     * @throws StaleConnection when it is of no use; it is out of the pool then
     */
    void check(Connection connection) throws StaleConnection {
        Past past = pasts.get(connection);
        if (past == null) {
            pasts.put(connection, new Past());
        } else if (!isSilent(connection.socket(), nanoTime.getAsLong() - past.lastUsed)) {
            pasts.remove(connection);
            close(connection);
            throw new StaleConnection();
        }
    }

    /** Remembers that a connection was busy until now. */
    void used(Connection connection) {
        Past past = pasts.get(connection);
        if (past != null) {
            past.lastUsed = nanoTime.getAsLong();
        }
    }

    /**
     * Remembers the last answer on a connection.
     *
     * @param id the request id that the gateway gave it
     * @return whether the answer before it had the same: it was sent twice, and the second copy answers nothing
     */
    boolean isRepeated(Connection connection, String id) {
        Past past = pasts.get(connection);
        if (past == null) {
            return false;
        }
        boolean repeated = id.equals(past.answer);
        past.answer = id;
        return repeated;
    }

    private static boolean isSilent(Socket socket, long idleNanos) {
        try {
            if (socket.getInputStream().available() > 0) {
                return false;
            }
            SocketChannel channel = socket.getChannel();
            return channel != null
                    ? isSilent(channel)
                    : idleNanos <= BUSY_A_MOMENT_AGO || isSilentForAMillisecond(socket);
        } catch (IOException e) {
            return false;
        }
    }

    /** Sees the bytes under TLS as well. One that is read here is lost, and the connection with it. */
    private static boolean isSilent(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        try {
            return channel.read(ByteBuffer.allocate(1)) == 0;
        } finally {
            channel.configureBlocking(true);
        }
    }

    private static boolean isSilentForAMillisecond(Socket socket) throws IOException {
        int timeout = socket.getSoTimeout();
        try {
            socket.setSoTimeout(1);
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(timeout);
        }
    }

    /** Closes a connection, which takes it out of the pool. */
    static void close(Connection connection) {
        try {
            connection.socket().close();
        } catch (IOException e) {
            // closed is closed
        }
    }
}
