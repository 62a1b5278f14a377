package io.github.alimsg.core.okhttp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/** Writes to another stream, and tells when something was written. May be told to drop what is written. */
final class NotingOutput extends OutputStream {
    private final OutputStream out;
    private final Runnable written;
    private final BooleanSupplier isDropped;

    NotingOutput(OutputStream out, Runnable written, BooleanSupplier isDropped) {
        this.out = out;
        this.written = written;
        this.isDropped = isDropped;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (!isDropped.getAsBoolean()) {
            out.write(bytes, from, length);
            written.run();
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
