package io.github.alimsg.core.okhttp;

import java.io.IOException;
import java.io.OutputStream;

/** Writes to another stream, and tells when something was written. */
final class NotingOutput extends OutputStream {
    private final OutputStream out;
    private final Runnable written;

    NotingOutput(OutputStream out, Runnable written) {
        this.out = out;
        this.written = written;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        written.run();
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
