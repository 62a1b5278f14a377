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
import javax.net.ssl.SSLSocket;
import okhttp3.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, before a request is written, whether a pooled connection is still good for one: between two exchanges
 * nothing may arrive. The end of the stream means that the service has closed it, and the call would fail as possibly
 * sent, because OkHttp looks only at connections that were idle for ten seconds. Any byte belongs to an answer too many,
 * which would be taken for the answer to the request.
 *
 * <p>On sockets of {@link ChannelSockets} the look costs two microseconds; connections that were used within the last
 * millisecond are spared it, since what the service sends takes longer than that to arrive. On others, which an
 * application's client made, the end of the stream shows only by waiting for up to a millisecond, so connections that
 * were busy a moment ago are spared that.
 */
final class StaleConnections {
    private static final long BUSY_JUST_NOW = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long BUSY_A_MOMENT_AGO = TimeUnit.MILLISECONDS.toNanos(100);

    /** By all transports alike, since those that share an application's client share its connections. */
    static final StaleConnections OF_THIS_JVM = new StaleConnections(System::nanoTime);

    private final Map<Connection, Past> pasts = Collections.synchronizedMap(new WeakHashMap<>());
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

    /** What is remembered of a connection, and nothing that keeps it alive. One thread at a time uses it. */
    final class Past {
        private volatile boolean fresh = true;
        private volatile long lastUsed;
        private volatile @Nullable String answer;

        /**
         * Looks at the connection, which a request is about to be written to.
         *
         * @param connection the connection
         * @throws StaleConnection when it is of no use; it is out of the pool then
         */
        void check(Connection connection) throws StaleConnection {
            if (!fresh && !isSilent(connection.socket(), nanoTime.getAsLong() - lastUsed)) {
                close(connection);
                throw new StaleConnection();
            }
            fresh = false;
        }

        /** Remembers that the connection was busy until now. */
        void used() {
            lastUsed = nanoTime.getAsLong();
        }

        /**
         * Remembers the last answer.
         *
         * @param id the request id that the gateway gave it
         * @return whether the answer before it had the same: it was sent twice, and the second copy answers nothing
         */
        boolean isRepeated(String id) {
            boolean repeated = id.equals(answer);
            answer = id;
            return repeated;
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

    /** What is remembered of a connection; the same for all who use it. */
    Past of(Connection connection) {
        Past past = pasts.get(connection);
        if (past == null) { // and nobody else's: one call at a time has the connection
            past = new Past();
            pasts.put(connection, past);
        }
        return past;
    }

    private static boolean isSilent(Socket socket, long idleNanos) {
        try {
            SocketChannel channel = socket.getChannel();
            if (channel != null && idleNanos < BUSY_JUST_NOW) {
                return true;
            }
            if ((channel == null || socket instanceof SSLSocket)
                    && socket.getInputStream().available() > 0) {
                return false;
            }
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
}
