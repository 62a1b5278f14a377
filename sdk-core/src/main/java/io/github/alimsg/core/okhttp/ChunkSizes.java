package io.github.alimsg.core.okhttp;

/** The lines before the chunks of a body: {@code 1f}, or {@code 1f ; name=value}. */
final class ChunkSizes {
    /** 15 hexadecimal digits after zeros are less than 2<sup>63</sup>. */
    private static final int MAX_DIGITS = 15;

    private int extensionBytes;

    /** Resets for the next response. */
    void begin() {
        extensionBytes = 0;
    }

    /** {@return how long the next line may be} */
    int maxLength() {
        return MAX_DIGITS + ResponseFraming.MAX_EXTENSION_BYTES - extensionBytes;
    }

    /** {@return the size; 0 for the last chunk, which is empty; -1 when two parsers could read the line differently} */
    long read(LineStart line) {
        int at = 0;
        while (at < line.kept() && line.at(at) == '0') {
            at++;
        }
        int first = at;
        long size = 0;
        while (at < line.kept() && at - first <= MAX_DIGITS && Character.digit(line.at(at), 16) >= 0) {
            size = size << 4 | Character.digit(line.at(at++), 16);
        }
        int digits = at;
        at = line.afterBlanks(at);
        extensionBytes += line.length() - Math.min(digits, MAX_DIGITS);
        boolean extended = at < line.length();
        boolean unclear =
                digits == 0 || digits - first > MAX_DIGITS || extended && (at == line.kept() || line.at(at) != ';');
        return unclear ? -1 : size;
    }
}
