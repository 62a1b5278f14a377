package io.github.alimsg.core.okhttp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/**
 * A socket whose streams are those of a {@link ResponseGuard} or, under TLS, a {@link ReadAhead}. Everything else is
 * unchanged.
 */
final class GuardedSocket extends ForwardingSocket implements ResponseGuard.Guarded {
    private final Socket socket;
    private final ResponseGuard guard;
    private @Nullable ReadAhead beneathTls;

    GuardedSocket(Socket socket) throws SocketException {
        super(socket);
        this.socket = socket;
        this.guard = new ResponseGuard(socket, socket);
    }

    @Override
    public ResponseGuard guard() {
        return guard;
    }

    /** Prepares for TLS to read from it. */
    void readAhead() throws IOException {
        beneathTls = new ReadAhead(socket.getInputStream());
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return beneathTls != null ? beneathTls : guard.input();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return beneathTls != null ? socket.getOutputStream() : guard.output();
    }
}
