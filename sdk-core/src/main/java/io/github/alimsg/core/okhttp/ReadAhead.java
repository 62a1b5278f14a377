package io.github.alimsg.core.okhttp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A buffer between a socket and the TLS on top of it, as large as a record. The JDK reads the five header bytes of a
 * record and then the record, each from the socket; the buffer makes it one read, at the price of copying the record.
 * {@link java.io.BufferedInputStream} would do, but takes a lock for each read.
 */
final class ReadAhead extends FilterInputStream {
    /**
     * The size of a TLS 1.2 record, larger than in TLS 1.3: 5 header bytes, 16 KiB of data, at most 2 KiB of overhead
     * (RFC 5246, 6.2.3).
     */
    private static final int MAX_RECORD = 5 + (16 << 10) + (2 << 10);

    private final byte[] buffer = new byte[MAX_RECORD];
    private int at;
    private int end;

    ReadAhead(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        return at < end || fill() ? buffer[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == end) {
            if (length >= buffer.length) {
                return in.read(bytes, from, length);
            }
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, end - at);
        System.arraycopy(buffer, at, bytes, from, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        int count = in.read(buffer, 0, buffer.length);
        at = 0;
        end = Math.max(count, 0);
        return count > 0;
    }

    /** As the JDK does until nothing is available, when it closes a connection. */
    @Override
    public long skip(long count) throws IOException {
        if (count <= 0 || at == end && !fill()) {
            return 0;
        }
        int skipped = (int) Math.min(count, end - at);
        at += skipped;
        return skipped;
    }

    /** How many bytes are in the buffer or in the socket. */
    @Override
    public int available() throws IOException {
        return end - at + in.available();
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
