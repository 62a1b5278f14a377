package io.github.alimsg.core.okhttp;

import io.github.alimsg.core.http.ResponseTooLargeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Sits between OkHttp and a socket, and gives OkHttp no byte beyond the end of the response to the announced request.
 * OkHttp would take whatever follows for the response to the next request, so it never sees it; the connection is
 * closed.
 *
 * <p>Bytes are read straight into OkHttp's array; surplus ones are cut off by the returned count. Until the first
 * request is announced, everything passes: a handshake, and a tunnel through a proxy. After a response nothing may
 * arrive, and a read always throws, with a timeout if nothing did: OkHttp reads to check the health of a connection
 * that was idle for ten seconds, and would take any byte as a sign of health.
 *
 * <p>It also limits how much of a response OkHttp keeps in memory, and reports signs of life to the {@link
 * ExchangeWatch}.
 *
 * <p>Only one call at a time has a connection, and OkHttp's pool hands it over under a lock, so no locks are needed
 * here.
 */
final class ResponseGuard {
    private static final byte[] NOTHING = "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final Socket raw;
    private final ResponseFraming framing = new ResponseFraming();
    private @Nullable GuardedInput in;
    private @Nullable OutputStream out;
    private @Nullable Exchange exchange;
    private long maxReplyBytes;
    private boolean announced;
    private boolean unread = true;
    private @Nullable InputStream respondingHere;

    /** When the connection was last used, by the clock of {@link StaleConnections}. */
    long lastUsed;

    /** A socket whose streams are guarded. */
    interface Guarded {
        ResponseGuard guard();
    }

    /**
     * Guards a socket.
     *
     * @param socket the socket
     * @param raw the socket under TLS; the socket itself without TLS
     */
    ResponseGuard(Socket socket, Socket raw) {
        this.socket = socket;
        this.raw = raw;
    }

    /** The guard of a socket; null for one that OkHttp created itself, as it does for a SOCKS proxy. */
    static @Nullable ResponseGuard of(Socket socket) {
        return socket instanceof Guarded guarded ? guarded.guard() : null;
    }

    GuardedInput input() throws IOException {
        GuardedInput input = in;
        if (input == null) {
            input = new GuardedInput(socket.getInputStream());
            in = input;
        }
        return input;
    }

    OutputStream output() throws IOException {
        OutputStream output = out;
        if (output == null) {
            output = new NotingOutput(socket.getOutputStream(), this);
            out = output;
        }
        return output;
    }

    /** {@return whether a request has been announced before} */
    boolean isUsed() {
        return announced;
    }

    /**
     * Called when a request is about to be written.
     *
     * @param method the request's method
     * @param exchange the exchange it is part of; null when the request is not ours
     */
    void announce(String method, @Nullable Exchange exchange) {
        this.exchange = exchange;
        maxReplyBytes = exchange == null ? Long.MAX_VALUE - ResponseFraming.MAX_FIELD_BYTES : exchange.maxReplyBytes();
        framing.begin(method);
        announced = true;
    }

    /** Drops the next request, and provides its response, an empty one: nothing is sent to the service. */
    void respondHere() {
        announce("HEAD", null);
        respondingHere = new ByteArrayInputStream(NOTHING);
    }

    /** {@return the exchange under way; null between exchanges, and when the request is not ours} */
    @Nullable
    Exchange exchange() {
        return exchange;
    }

    boolean isRespondingHere() {
        return respondingHere != null;
    }

    /**
     * Whether the response head that OkHttp has read came through here since the request was announced: a second
     * barrier, in case OkHttp had one in its buffer after all.
     *
     * @param status the status that OkHttp has read
     */
    boolean hasPassed(int status) {
        return framing.isUnclear() || framing.status() == status;
    }

    /** Whether the response is complete, and the connection may be reused. */
    boolean isReusable() {
        return framing.isReusable();
    }

    /** Checks whether anything has arrived. */
    SilenceProbe probe() throws IOException {
        return new SilenceProbe(socket, raw, input().guarded, unread);
    }

    /**
     * Closes the connection, which takes it out of the pool. Under TLS too, nothing is written, since that could block.
     */
    void close() {
        framing.refuseReuse();
        exchange = null;
        try {
            raw.close();
        } catch (IOException e) {
            // closed is closed
        }
    }

    private int followed(byte[] bytes, int from, int count) throws IOException {
        if (exchange != null) {
            exchange.signOfLife();
        }
        int end = framing.advance(bytes, from, from + count);
        if (framing.payload()
                > maxReplyBytes + ResponseFraming.MAX_FIELD_BYTES) { // a compressed body may be larger by that much
            throw new ResponseTooLargeException(framing.status(), maxReplyBytes);
        }
        if (framing.isComplete()) {
            exchange = null; // it would keep the request in memory while the connection is idle
            respondingHere = null;
            if (end < from + count || !framing.isReusable()) {
                close();
            }
        }
        return end - from;
    }

    private IOException outsideOfAnExchange() throws IOException {
        if (framing.isReusable() && probe().isSilent()) {
            return new SocketTimeoutException("nothing has arrived after the reply");
        }
        close();
        return new IOException("something has arrived after the reply, or the connection has ended");
    }

    final class GuardedInput extends InputStream {
        private final InputStream guarded;

        GuardedInput(InputStream guarded) {
            this.guarded = guarded;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (!announced) {
                return guarded.read(bytes, from, length);
            }
            if (framing.isComplete()) {
                throw outsideOfAnExchange();
            }
            InputStream responding = respondingHere;
            int count = (responding == null ? guarded : responding).read(bytes, from, length);
            unread &= responding != null;
            if (count < 0) {
                framing.end();
                return count;
            }
            try {
                return followed(bytes, from, count);
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        @Override
        public int available() throws IOException {
            return announced ? 0 : guarded.available();
        }

        @Override
        public void close() throws IOException {
            guarded.close();
        }
    }
}
