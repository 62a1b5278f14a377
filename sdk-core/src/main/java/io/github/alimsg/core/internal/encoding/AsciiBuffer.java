package io.github.alimsg.core.internal.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer of ASCII bytes, in which the text to be signed is assembled. */
public final class AsciiBuffer {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[1024];
    private int length;

    public AsciiBuffer clear() {
        length = 0;
        return this;
    }

    @SuppressWarnings("deprecation") // the one method that copies ASCII without encoding it
    public AsciiBuffer add(String text) {
        int count = text.length();
        ensure(count);
        text.getBytes(0, count, bytes, length);
        length += count;
        return this;
    }

    public AsciiBuffer add(char c) {
        ensure(1);
        bytes[length++] = (byte) c;
        return this;
    }

    public AsciiBuffer add(byte[] from, int count) {
        ensure(count);
        System.arraycopy(from, 0, bytes, length, count);
        length += count;
        return this;
    }

    /** Adds bytes as lowercase hexadecimal digits. */
    public AsciiBuffer addHex(byte[] from) {
        ensure(from.length * 2);
        for (byte b : from) {
            bytes[length++] = HEX[b >> 4 & 0xf];
            bytes[length++] = HEX[b & 0xf];
        }
        return this;
    }

    public byte[] array() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /** Makes room for more bytes in {@link #array()}. */
    public void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /** Sets how many bytes there are, after some were written into {@link #array()}. */
    public void length(int length) {
        this.length = length;
    }

    /** The bytes as text. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1); // which is a plain copy
    }
}
