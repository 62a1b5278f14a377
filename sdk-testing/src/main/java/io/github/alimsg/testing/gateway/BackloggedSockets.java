package io.github.alimsg.testing.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import javax.net.ServerSocketFactory;

/**
 * Listens with room for many connections at once, sends without delay, knows when a client is gone, and leaves a port that
 * can be taken again at once. With MockWebServer's own sockets more than 50 clients at once wait for seconds, every answer
 * on a used connection for 40 ms, because it writes headers and body apart, and a port that the system chose for a minute
 * after it was closed.
 */
final class BackloggedSockets extends ServerSocketFactory {
    private static final int BACKLOG = 1024;

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new BackloggedSocket();
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return createServerSocket(port, BACKLOG);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        var socket = new BackloggedSocket();
        socket.bind(new InetSocketAddress(port), backlog);
        return socket;
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        var socket = new BackloggedSocket();
        socket.bind(new InetSocketAddress(address, port), backlog);
        return socket;
    }

    private static final class BackloggedSocket extends ServerSocket {
        BackloggedSocket() throws IOException {}

        /**
         * Connections inherit this. A server that ends them first, as it does with those that it cuts or stalls, blocks
         * its port for others without it until the system forgets them. MockWebServer wants it for chosen ports only.
         */
        @Override
        public void setReuseAddress(boolean on) throws SocketException {
            super.setReuseAddress(true);
        }

        @Override
        public void bind(SocketAddress address, int backlog) throws IOException {
            super.bind(address, Math.max(backlog, BACKLOG));
        }

        @Override
        public Socket accept() throws IOException {
            Socket socket = new Caller();
            implAccept(socket);
            try {
                socket.setTcpNoDelay(true);
            } catch (SocketException alreadyGone) {
                socket.close(); // thrown on, it would end the server
            }
            return socket;
        }
    }
}
