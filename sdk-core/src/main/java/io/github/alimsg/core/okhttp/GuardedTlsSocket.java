package io.github.alimsg.core.okhttp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/** A TLS socket whose streams are a {@link ResponseGuard}'s. Everything else is as it was. */
final class GuardedTlsSocket extends ForwardingTlsSocket implements ResponseGuard.Guarded {
    private final ResponseGuard guard;

    /**
     * Guards what is decrypted.
     *
     * @param socket the TLS socket
     * @param raw what it reads from
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
