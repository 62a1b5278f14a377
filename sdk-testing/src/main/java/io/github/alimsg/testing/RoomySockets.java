package io.github.alimsg.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import javax.net.ServerSocketFactory;

/** Listens with room for many connections at once; with MockWebServer's 50, more clients than that wait for seconds. */
final class RoomySockets extends ServerSocketFactory {
    private static final int BACKLOG = 1024;

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new ServerSocket() {
            @Override
            public void bind(SocketAddress address, int backlog) throws IOException {
                super.bind(address, Math.max(backlog, BACKLOG));
            }
        };
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return new ServerSocket(port, BACKLOG);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return new ServerSocket(port, Math.max(backlog, BACKLOG));
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return new ServerSocket(port, Math.max(backlog, BACKLOG), address);
    }
}
