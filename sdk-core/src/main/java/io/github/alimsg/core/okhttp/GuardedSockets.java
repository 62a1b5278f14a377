package io.github.alimsg.core.okhttp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Guards the sockets of another factory. Equal when the guarded factories are equal. */
final class GuardedSockets extends SocketFactory {
    private final SocketFactory sockets;

    GuardedSockets(SocketFactory sockets) {
        this.sockets = sockets;
    }

    @Override
    public Socket createSocket() throws IOException {
        return new GuardedSocket(sockets.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return new GuardedSocket(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return new GuardedSocket(sockets.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return new GuardedSocket(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return new GuardedSocket(sockets.createSocket(host, port, localHost, localPort));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GuardedSockets that && sockets.equals(that.sockets);
    }

    @Override
    public int hashCode() {
        return sockets.hashCode();
    }
}
