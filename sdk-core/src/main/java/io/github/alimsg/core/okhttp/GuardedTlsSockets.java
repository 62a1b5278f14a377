package io.github.alimsg.core.okhttp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Guards the TLS sockets of another factory. Equal when the guarded factories are equal, so that clients on the same
 * application client keep sharing its pool: OkHttp compares the socket factories of connections.
 */
final class GuardedTlsSockets extends SSLSocketFactory {
    private final SSLSocketFactory sockets;

    GuardedTlsSockets(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    /** The only method by which OkHttp creates them. */
    @Override
    public Socket createSocket(Socket raw, String host, int port, boolean autoClose) throws IOException {
        if (raw instanceof GuardedSocket guarded) {
            guarded.readAhead();
        }
        return guarded(sockets.createSocket(raw, host, port, autoClose), raw);
    }

    @Override
    public Socket createSocket() throws IOException {
        return guarded(sockets.createSocket(), null);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return guarded(sockets.createSocket(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return guarded(sockets.createSocket(host, port, localHost, localPort), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return guarded(sockets.createSocket(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return guarded(sockets.createSocket(host, port, localHost, localPort), null);
    }

    private static Socket guarded(Socket socket, @Nullable Socket raw) {
        return new GuardedTlsSocket((SSLSocket) socket, raw == null ? socket : raw);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GuardedTlsSockets that && sockets.equals(that.sockets);
    }

    @Override
    public int hashCode() {
        return sockets.hashCode();
    }
}
