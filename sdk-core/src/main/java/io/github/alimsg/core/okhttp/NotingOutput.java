package io.github.alimsg.core.okhttp;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes to another stream, completes the request line, and tells the exchange when something was written. Drops what
 * the guard responds to by itself.
 */
final class NotingOutput extends OutputStream {
    private final OutputStream out;
    private final ResponseGuard guard;

    NotingOutput(OutputStream out, ResponseGuard guard) {
        this.out = out;
        this.guard = guard;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (guard.isRespondingHere()) {
            return;
        }
        Exchange exchange = guard.exchange();
        String query = exchange == null ? null : exchange.takeQuery();
        if (query == null) {
            out.write(bytes, from, length);
        } else {
            byte[] with = RequestTarget.withQuery(bytes, from, length, query);
            out.write(with, 0, with.length);
        }
        if (exchange != null) {
            exchange.signOfLife();
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
