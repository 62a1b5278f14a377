package io.github.alimsg.core.internal;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Name-value pairs in percent encoding, joined by ampersands: the same bytes serve the signature and the wire.
 *
 * <p>Unreserved are letters, digits and {@code - _ . ~}; every other byte of the UTF-8 form is {@code %XX} in upper case.
 */
public final class PercentEncodedPairs {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final boolean[] UNRESERVED = new boolean[128];

    static {
        for (char c = 0; c < 128; c++) {
            UNRESERVED[c] =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.~".indexOf(c) >= 0;
        }
    }

    private byte[] bytes;
    private int length;
    private int lastPair;
    private boolean sorted = true;

    /**
     * No pairs yet.
     *
     * @param capacity how many bytes to make room for
     */
    public PercentEncodedPairs(int capacity) {
        this.bytes = new byte[capacity];
    }

    /** Adds a pair. */
    public void add(String name, String value) {
        begin(name);
        encode(value);
    }

    /** Begins a pair whose value {@link #value()} receives. */
    public void begin(String name) {
        int start = length;
        if (length > 0) {
            put('&');
            start++;
        }
        encode(name);
        put('=');
        if (lastPair < start && length > 0 && compareNames(bytes, lastPair, start) > 0) {
            sorted = false;
        }
        lastPair = start;
    }

    /** Takes the bytes of the value of the pair begun last. */
    public OutputStream value() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                encodeByte(b & 0xff);
            }

            @Override
            public void write(byte[] from, int offset, int count) {
                for (int i = offset; i < offset + count; i++) {
                    encodeByte(from[i] & 0xff);
                }
            }
        };
    }

    /** Appends text to the value of the pair begun last. */
    public void encode(String text) {
        int end = text.length();
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                encodeByte(c);
            } else if (c < 0x800) {
                encodeByte(0xc0 | c >> 6);
                encodeByte(0x80 | c & 0x3f);
            } else if (!Character.isSurrogate(c)) {
                encodeByte(0xe0 | c >> 12);
                encodeByte(0x80 | c >> 6 & 0x3f);
                encodeByte(0x80 | c & 0x3f);
            } else if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                encodeByte(0xf0 | point >> 18);
                encodeByte(0x80 | point >> 12 & 0x3f);
                encodeByte(0x80 | point >> 6 & 0x3f);
                encodeByte(0x80 | point & 0x3f);
            } else {
                encodeByte('?'); // half a character, which UTF-8 cannot hold
            }
        }
    }

    private void encodeByte(int b) {
        if (b < 0x80 && UNRESERVED[b]) {
            put(b);
        } else {
            ensure(3);
            bytes[length++] = '%';
            bytes[length++] = HEX[b >> 4];
            bytes[length++] = HEX[b & 0xf];
        }
    }

    /** Adds all pairs of another. */
    public void addAll(PercentEncodedPairs other) {
        if (other.length > 0) {
            ensure(other.length + 1);
            if (length > 0) {
                bytes[length++] = '&';
            }
            System.arraycopy(other.bytes, 0, bytes, length, other.length);
            length += other.length;
            sorted = false;
        }
    }

    /** Puts the pairs in the order of their names. */
    public PercentEncodedPairs sort() {
        if (sorted) {
            return this;
        }
        List<int[]> pairs = new ArrayList<>();
        for (int start = 0, i = 0; i <= length; i++) {
            if (i == length || bytes[i] == '&') {
                pairs.add(new int[] {start, i});
                start = i + 1;
            }
        }
        pairs.sort((a, b) -> compareNames(bytes, a[0], b[0]));
        byte[] ordered = new byte[bytes.length];
        int at = 0;
        for (int[] pair : pairs) {
            if (at > 0) {
                ordered[at++] = '&';
            }
            lastPair = at;
            System.arraycopy(bytes, pair[0], ordered, at, pair[1] - pair[0]);
            at += pair[1] - pair[0];
        }
        bytes = ordered;
        sorted = true;
        return this;
    }

    /** Compares the names that begin at two places; each ends with an equals sign. */
    private static int compareNames(byte[] bytes, int a, int b) {
        for (; ; a++, b++) {
            int x = bytes[a] == '=' ? -1 : bytes[a];
            int y = bytes[b] == '=' ? -1 : bytes[b];
            if (x != y) {
                return x - y;
            }
            if (x < 0) {
                return 0;
            }
        }
    }

    /** Whether there are no pairs. */
    public boolean isEmpty() {
        return length == 0;
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** The bytes themselves; {@link #length} of them count. */
    public byte[] array() {
        return bytes;
    }

    /** The pairs as text, which is ASCII. */
    @Override
    @SuppressWarnings("deprecation") // the one constructor that copies ASCII without decoding it
    public String toString() {
        return new String(bytes, 0, 0, length);
    }

    private void put(int b) {
        ensure(1);
        bytes[length++] = (byte) b;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
