package io.github.alimsg.core.okhttp;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Checks whether anything has arrived on a connection.
 *
 * @param socket the socket that is read
 * @param raw the socket under TLS; the socket itself without TLS
 * @param in the socket's stream
 * @param unread whether nothing of a response was ever read: then what the handshake left may wait under TLS, such as
 *     tickets of TLS 1.3, which only a read of the socket can tell from a response
 */
record SilenceProbe(Socket socket, Socket raw, InputStream in, boolean unread) {
    /** Whether the end of the stream can be detected without waiting. */
    boolean isChannel() {
        return socket.getChannel() != null;
    }

    /** How many bytes have already arrived: decrypted, in a buffer or in the socket. */
    @SuppressWarnings("ReferenceEquality") // one socket, not two alike
    int available() throws IOException {
        if (unread) {
            return isSilentForAMillisecond() ? 0 : 1;
        }
        int here = in.available();
        return raw == socket ? here : here + raw.getInputStream().available();
    }

    /** Whether nothing has arrived, not even the end of the stream. A byte that is read here is lost. */
    boolean isSilent() throws IOException {
        if (unread) {
            return isSilentForAMillisecond();
        }
        if (available() > 0) {
            return false;
        }
        SocketChannel channel = socket.getChannel();
        return channel == null ? isSilentForAMillisecond() : isSilent(channel);
    }

    /** Also sees the bytes under TLS. */
    private static boolean isSilent(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        try {
            return channel.read(ByteBuffer.allocate(1)) == 0;
        } finally {
            channel.configureBlocking(true);
        }
    }

    private boolean isSilentForAMillisecond() throws IOException {
        int timeout = socket.getSoTimeout();
        try {
            socket.setSoTimeout(1);
            in.read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(timeout);
        }
    }
}
