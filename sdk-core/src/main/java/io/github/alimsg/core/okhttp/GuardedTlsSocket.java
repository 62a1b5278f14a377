package io.github.alimsg.core.okhttp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/** A TLS socket whose streams are those of a {@link ResponseGuard}. Everything else is unchanged. */
final class GuardedTlsSocket extends ForwardingTlsSocket implements ResponseGuard.Guarded {
    private final ResponseGuard guard;

    /**
     * Guards the decrypted stream.
     *
     * @param socket the TLS socket
     * @param raw the socket under it
     */
    GuardedTlsSocket(SSLSocket socket, Socket raw) {
        super(socket);
        this.guard = new ResponseGuard(socket, raw);
    }

    @Override
    public ResponseGuard guard() {
        return guard;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return guard.input();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return guard.output();
    }
}
