package io.github.alimsg.core.okhttp;

/**
 * The beginning of a line of a response. At most {@value #KEPT_BYTES} bytes are kept, more than any line needs that
 * decides where the response ends.
 */
final class LineStart {
    private static final int KEPT_BYTES = 64;

    /** 18 decimal digits are less than 2<sup>63</sup>. */
    private static final int MAX_DIGITS = 18;

    private static final boolean[] OF_TOKEN = new boolean[256];

    static {
        for (int next = 0; next < 128; next++) {
            OF_TOKEN[next] = Character.isLetterOrDigit(next) || "!#$%&'*+-.^_`|~".indexOf(next) >= 0;
        }
    }

    private final byte[] line = new byte[KEPT_BYTES];
    private int length;

    /** A new line begins. */
    void clear() {
        length = 0;
    }

    /** The line goes on. */
    void add(byte[] bytes, int from, int count) {
        if (length < KEPT_BYTES) {
            System.arraycopy(bytes, from, line, length, Math.min(count, KEPT_BYTES - length));
        }
        length += count;
    }

    /** {@return the length of the line so far} */
    int length() {
        return length;
    }

    /** {@return how much of it is kept} */
    int kept() {
        return Math.min(length, KEPT_BYTES);
    }

    /** {@return whether all of it is kept} */
    boolean isWhole() {
        return length <= KEPT_BYTES;
    }

    byte at(int index) {
        return line[index];
    }

    /** {@return the index of the colon that ends a field's name; -1 when the line is not a field} */
    int nameEnd() {
        int colon = 0;
        while (colon < kept() && line[colon] != ':') {
            if (!OF_TOKEN[line[colon] & 0xff]) {
                return -1;
            }
            colon++;
        }
        return colon == 0 || colon == kept() ? -1 : colon;
    }

    int afterBlanks(int from) {
        int at = from;
        while (at < kept() && isBlank(line[at])) {
            at++;
        }
        return at;
    }

    int beforeBlanks(int from) {
        return beforeBlanks(from, kept());
    }

    private int beforeBlanks(int from, int end) {
        int at = end;
        while (at > from && isBlank(line[at - 1])) {
            at--;
        }
        return at;
    }

    private static boolean isBlank(byte next) {
        return next == ' ' || next == '\t';
    }

    /** A number in plain digits; -1 when it is not one. */
    long decimal(int from, int to) {
        if (from >= to || to - from > MAX_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int at = from; at < to; at++) {
            if (line[at] < '0' || line[at] > '9') {
                return -1;
            }
            value = value * 10 + line[at] - '0';
        }
        return value;
    }

    /** Whether a part of the line equals an ASCII text, which is given in lowercase, ignoring case. */
    boolean isText(String text, int from, int to) {
        if (to - from != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            byte next = line[from + i];
            if ((next >= 'A' && next <= 'Z' ? next + 32 : next) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether one of the comma-separated values equals a text. The whole line must be kept. */
    boolean hasValue(String text, int from) {
        int first = from;
        for (int at = from; at <= length; at++) {
            if (at == length || line[at] == ',') {
                int begin = afterBlanks(first);
                if (isText(text, begin, beforeBlanks(begin, at))) {
                    return true;
                }
                first = at + 1;
            }
        }
        return false;
    }
}
