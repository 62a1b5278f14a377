package io.github.alimsg.core.okhttp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets without a network. The first one answers the first request with bytes that are given, which are all there at
 * once and end with the end of the stream; every other request, on whatever socket, is answered rightly.
 */
final class ScriptedSockets extends SocketFactory {
    static final String RIGHT = "the right one";

    private static final byte[] RIGHT_REPLY =
            ("HTTP/1.1 200 OK\r\nContent-Length: " + RIGHT.length() + "\r\n\r\n" + RIGHT).getBytes(ISO_8859_1);

    private final byte[] first;
    private final @Nullable Random cuts;
    private final AtomicInteger made = new AtomicInteger();

    /** How many bytes of the first socket have been read. */
    int consumed;

    /**
     * Makes no socket yet.
     *
     * @param first what the first request on the first socket is answered with
     * @param cuts how many bytes each read brings; null for one
     */
    ScriptedSockets(byte[] first, @Nullable Random cuts) {
        this.first = first;
        this.cuts = cuts;
    }

    @Override
    public Socket createSocket() {
        try {
            return new Scripted(made.getAndIncrement() == 0);
        } catch (SocketException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    private final class Scripted extends Socket {
        private final boolean isFirst;
        private final ByteArrayOutputStream request = new ByteArrayOutputStream();
        private byte[] due = new byte[0];
        private int at;
        private boolean closed;
        private int requests;
        private int timeout;

        Scripted(boolean isFirst) throws SocketException {
            super((SocketImpl) null);
            this.isFirst = isFirst;
        }

        private void received() {
            byte[] rest = Arrays.copyOfRange(due, at, due.length);
            byte[] reply = isFirst && requests == 0 ? first : RIGHT_REPLY;
            requests++;
            at = 0;
            due = new byte[rest.length + reply.length];
            System.arraycopy(rest, 0, due, 0, rest.length);
            System.arraycopy(reply, 0, due, rest.length, reply.length);
        }

        @Override
        public InputStream getInputStream() {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    if (timeout > 0 && at == due.length) {
                        throw new SocketTimeoutException();
                    }
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0];
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws SocketException {
                    if (closed) {
                        throw new SocketException("closed");
                    }
                    if (at == due.length) {
                        return -1;
                    }
                    int most = cuts == null ? 1 : 1 + cuts.nextInt(cuts.nextInt(20) == 0 ? 3 : 400);
                    int count = Math.min(Math.min(length, most), due.length - at);
                    System.arraycopy(due, at, bytes, from, count);
                    at += count;
                    consumed += isFirst ? count : 0;
                    return count;
                }

                @Override
                public int available() {
                    return due.length - at;
                }
            };
        }

        @Override
        public OutputStream getOutputStream() {
            return new OutputStream() {
                @Override
                public void write(int one) {
                    request.write(one);
                    if (request.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
                        request.reset();
                        received();
                    }
                }
            };
        }

        @Override
        public void connect(SocketAddress to, int timeout) {}

        @Override
        public void setSoTimeout(int timeout) {
            this.timeout = timeout;
        }

        @Override
        public int getSoTimeout() {
            return timeout;
        }

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public boolean isInputShutdown() {
            return closed;
        }

        @Override
        public boolean isOutputShutdown() {
            return closed;
        }

        @Override
        public @Nullable SocketChannel getChannel() {
            return null;
        }
    }
}
