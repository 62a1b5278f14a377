package io.github.alimsg.core.http;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Streams of which every piece that passes is a sign of life. Apart from {@link Exchange}, since few calls need them. */
final class HeardStreams {
    private HeardStreams() {}

    static OutputStream of(Exchange exchange, OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
                exchange.heard();
            }
        };
    }

    static InputStream of(Exchange exchange, InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int count = super.read(bytes, from, length);
                exchange.heard();
                return count;
            }
        };
    }
}
