package io.github.alimsg.core.okhttp;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    private final Source source;

    /** Guards the sockets of a factory. */
    GuardedTlsSockets(SSLSocketFactory sockets) {
        this(new Given(sockets));
    }

    /** Guards the sockets of a factory that is asked for when it is needed. */
    GuardedTlsSockets(Source source) {
        this.source = source;
    }

    /** Where the guarded factory comes from. */
    interface Source {
        /**
         * Provides it.
         *
         * @return the factory
         * @throws IOException when there is no TLS
         */
        SSLSocketFactory sockets() throws IOException;
    }

    private record Given(SSLSocketFactory sockets) implements Source {}

    /** The only method by which OkHttp creates them. */
    @Override
    public Socket createSocket(Socket raw, String host, int port, boolean autoClose) throws IOException {
        if (raw instanceof GuardedSocket guarded) {
            guarded.readAhead();
        }
        return guarded(source.sockets().createSocket(raw, host, port, autoClose), raw);
    }

    @Override
    public Socket createSocket() throws IOException {
        return guarded(source.sockets().createSocket(), null);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return guarded(source.sockets().createSocket(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return guarded(source.sockets().createSocket(host, port, localHost, localPort), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return guarded(source.sockets().createSocket(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return guarded(source.sockets().createSocket(host, port, localHost, localPort), null);
    }

    private static Socket guarded(Socket socket, @Nullable Socket raw) {
        return new GuardedTlsSocket((SSLSocket) socket, raw == null ? socket : raw);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory().getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory().getSupportedCipherSuites();
    }

    private SSLSocketFactory factory() {
        try {
            return source.sockets();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GuardedTlsSockets that && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }
}
