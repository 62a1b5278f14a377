package io.github.alimsg.core.internal.encoding;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Name-value pairs in percent encoding, joined by ampersands: the same bytes are signed and sent.
 *
 * <p>Letters, digits and {@code - _ . ~} are unreserved; every other byte of the UTF-8 form is {@code %XX} in
 * uppercase. All text of a request passes through here, so this is where {@linkplain HalfCharacters half a character}
 * is refused.
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
     * Creates an empty list of pairs.
     *
     * @param capacity how many bytes to make room for
     */
    public PercentEncodedPairs(int capacity) {
        this.bytes = new byte[capacity];
    }

    /** Removes all pairs, and keeps the array. */
    public PercentEncodedPairs clear() {
        length = 0;
        lastPair = 0;
        sorted = true;
        return this;
    }

    /**
     * Adds a pair.
     *
     * @throws IllegalArgumentException when the name or the value has half a character; names the pair
     */
    public void add(String name, String value) {
        begin(name);
        encode(value);
    }

    /** Begins a pair, whose value is added next. */
    private void begin(String name) {
        int before = lastPair;
        if (length > 0) {
            put('&');
        }
        lastPair = length;
        encode(name);
        put('=');
        if (compareNames(bytes, before, bytes, lastPair) > 0) {
            sorted = false;
        }
    }

    /** Adds text that needs no encoding, in the order of names: fixed pairs, or the beginning of one. */
    @SuppressWarnings("deprecation") // the one method that copies ASCII without encoding it
    public PercentEncodedPairs addPlain(String ascii) {
        int count = ascii.length();
        ensure(count);
        ascii.getBytes(0, count, bytes, length);
        length += count;
        return this;
    }

    /** Appends bytes to the value of the current pair. */
    public void encode(byte[] value) {
        for (byte b : value) {
            encodeByte(b & 0xff);
        }
    }

    /** Appends text to the value of the current pair. */
    public void encode(String text) {
        int end = text.length();
        ensure(end);
        byte[] to = bytes;
        int at = length;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c < 0x80 && UNRESERVED[c]) {
                to[at++] = (byte) c;
            } else {
                length = at;
                i = encodeOther(text, i, end);
                ensure(end - i); // there is room for the rest, as long as it needs no encoding
                to = bytes;
                at = length;
            }
        }
        length = at;
    }

    /** Encodes the character at an index. @return the index of its last char */
    private int encodeOther(String text, int i, int end) {
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
            int point = Character.toCodePoint(c, text.charAt(i + 1));
            encodeByte(0xf0 | point >> 18);
            encodeByte(0x80 | point >> 12 & 0x3f);
            encodeByte(0x80 | point >> 6 & 0x3f);
            encodeByte(0x80 | point & 0x3f);
            return i + 1;
        } else {
            throw halfCharacter(text, i);
        }
        return i;
    }

    private IllegalArgumentException halfCharacter(String text, int index) {
        String[] pair = toString().substring(lastPair).split("=", 2);
        String name = URLDecoder.decode(pair[0], StandardCharsets.UTF_8);
        return pair.length == 2 ? HalfCharacters.inValue(name, text, index) : HalfCharacters.inName(name);
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

    /** Sorts the pairs by name. */
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
        pairs.sort((a, b) -> compareNames(bytes, a[0], bytes, b[0]));
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

    /** Compares the names that begin at two positions; each ends with an equals sign. */
    private static int compareNames(byte[] left, int a, byte[] right, int b) {
        for (; ; a++, b++) {
            int x = left[a] == '=' ? -1 : left[a];
            int y = right[b] == '=' ? -1 : right[b];
            if (x != y) {
                return x - y;
            }
            if (x < 0) {
                return 0;
            }
        }
    }

    /**
     * Merges three sorted lists in the order of names, and writes the pairs percent-encoded a second time. Among equal
     * names, the pair of the earlier list comes first.
     */
    public static void encodeAgain(
            PercentEncodedPairs first, PercentEncodedPairs second, PercentEncodedPairs third, AsciiBuffer out) {
        int a = 0;
        int b = 0;
        int c = 0;
        while (a < first.length || b < second.length || c < third.length) {
            if (!comesBefore(second, b, first, a) && !comesBefore(third, c, first, a)) {
                a = first.encodePairAgain(a, out);
            } else if (!comesBefore(third, c, second, b)) {
                b = second.encodePairAgain(b, out);
            } else {
                c = third.encodePairAgain(c, out);
            }
            if (a < first.length || b < second.length || c < third.length) {
                out.add("%26");
            }
        }
    }

    /** Whether there is a pair at the first position, and either none at the second or one with a later name. */
    private static boolean comesBefore(PercentEncodedPairs one, int a, PercentEncodedPairs other, int b) {
        return a < one.length && (b >= other.length || compareNames(one.bytes, a, other.bytes, b) < 0);
    }

    /** Writes the pair at a position: in encoded text, only percent signs and the equals sign change. */
    private int encodePairAgain(int from, AsciiBuffer out) {
        out.ensure(3 * (length - from));
        byte[] to = out.array();
        int at = out.length();
        int i = from;
        for (; i < length && bytes[i] != '&'; i++) {
            byte b = bytes[i];
            if (b == '%' || b == '=') {
                to[at++] = '%';
                to[at++] = (byte) (b == '%' ? '2' : '3');
                to[at++] = (byte) (b == '%' ? '5' : 'D');
            } else {
                to[at++] = b;
            }
        }
        out.length(at);
        return i + 1;
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
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1); // which is a plain copy
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
