package io.github.alimsg.core.okhttp;

import java.io.IOException;

/**
 * Finds where the response to a request ends, in the bytes of a connection. Bytes are handed to it as they come, in
 * pieces of any size; it keeps none but the beginning of a line.
 *
 * <p><b>Idea.</b> Both sides of a connection that is used again must agree on where each message ends, or the rest of one
 * becomes the beginning of the next. OkHttp doesn't say where it found the end, so the same bytes are followed here, by
 * the rules of RFC 9112: status line (section 4), fields (5), length of a body (6.3), chunks with extensions and trailers
 * (7.1), connections that are not to be used again (9.3, 9.6). As in OkHttp, 100 and 102 to 199 announce another
 * response, and 101 is final; as nobody asked for another protocol, nothing may follow it.
 *
 * <p><b>Trade-off.</b> This is stricter than OkHttp on purpose. Whatever the RFC forbids, and whatever two parsers could
 * read in two ways, makes a response {@linkplain #isUnclear unclear}: both a length and a transfer coding, a length that
 * is repeated or isn't plain digits, a coding other than {@code chunked}, folded lines, white space before a colon, line
 * ends other than CR LF, control characters. OkHttp may read such a response as it likes, and the connection isn't used
 * again. What is left, OkHttp reads to the same end; tests compare the two. So a mistake here costs a connection, and
 * never hands a byte to another request.
 *
 * <p><b>Bounds.</b> The heads of a response, trailers included, are at most {@value #MAX_FIELD_BYTES} bytes, which is
 * also OkHttp's bound; extensions of chunks are at most {@value #MAX_EXTENSION_BYTES} bytes in all.
 */
final class ResponseFraming {
    /** Status lines, fields and trailers of a response, in bytes. */
    static final int MAX_FIELD_BYTES = 256 * 1024;

    /** What stands beside the sizes of all the chunks of a response, in bytes. */
    static final int MAX_EXTENSION_BYTES = 16 * 1024;

    /** 18 decimal digits, and 15 hexadecimal ones after zeros, are less than 2<sup>63</sup>. */
    private static final int MAX_LENGTH_DIGITS = 18;

    private static final int MAX_SIZE_DIGITS = 15;

    /** What is kept of a line: more than any line has that decides about the end. */
    private static final int KEPT_BYTES = 64;

    private static final int STATUS_LINE = 12;
    private static final int CONTINUE = 100;
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int FIRST_FINAL = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private static final String CONTENT_LENGTH = "content-length";
    private static final String TRANSFER_ENCODING = "transfer-encoding";
    private static final String CONNECTION = "connection";
    private static final boolean[] OF_TOKEN = new boolean[256];

    static {
        for (int next = 0; next < 128; next++) {
            OF_TOKEN[next] = Character.isLetterOrDigit(next) || "!#$%&'*+-.^_`|~".indexOf(next) >= 0;
        }
    }

    private enum ResponsePart {
        STATUS_LINE,
        FIELD,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER,
        UNTIL_CLOSE,
        UNCLEAR,
        COMPLETE
    }

    private final byte[] line = new byte[KEPT_BYTES];
    private ResponsePart part = ResponsePart.COMPLETE;
    private boolean toHead;
    private int length;
    private boolean afterReturn;
    private int status;
    private boolean persistent;
    private boolean chunked;
    private long contentLength;
    private long remaining;
    private long payload;
    private int fieldBytes;
    private int extensionBytes;

    /**
     * From here on, the bytes are the response to a request.
     *
     * @param method the request's method
     */
    void begin(String method) {
        part = ResponsePart.STATUS_LINE;
        toHead = method.equals("HEAD");
        length = 0;
        afterReturn = false;
        status = 0;
        persistent = true;
        chunked = false;
        contentLength = -1;
        remaining = 0;
        payload = 0;
        fieldBytes = 0;
        extensionBytes = 0;
    }

    /**
     * Follows the next bytes.
     *
     * @param bytes an array that holds them
     * @param from where they begin
     * @param to where they end
     * @return where those end that belong to the response; {@code to} unless it is complete
     * @throws IOException when fields or extensions of chunks are larger than a response may have
     */
    int advance(byte[] bytes, int from, int to) throws IOException {
        int at = from;
        while (at < to && part != ResponsePart.COMPLETE) {
            switch (part) {
                case BODY, CHUNK -> at += body(to - at);
                case UNTIL_CLOSE, UNCLEAR -> {
                    payload += to - at;
                    at = to;
                }
                default -> at = line(bytes, at, to);
            }
        }
        return at;
    }

    /** The stream has ended, which completes a body without a length. */
    void end() {
        persistent = false;
        if (part == ResponsePart.UNTIL_CLOSE) {
            part = ResponsePart.COMPLETE;
        }
    }

    /** The connection isn't to be used again, for a reason outside of the response. */
    void refuseReuse() {
        persistent = false;
    }

    /** {@return whether the end has come} */
    boolean isComplete() {
        return part == ResponsePart.COMPLETE;
    }

    /** {@return whether it can't be said where the response ends} */
    boolean isUnclear() {
        return part == ResponsePart.UNCLEAR;
    }

    /** {@return whether the connection can carry another request} */
    boolean isReusable() {
        return part == ResponsePart.COMPLETE && persistent;
    }

    /** {@return the status of the latest status line; 0 before there is one} */
    int status() {
        return status;
    }

    /** {@return how many bytes the body has had so far; of an unclear response, whatever has come since} */
    long payload() {
        return payload;
    }

    private int body(int available) {
        int count = (int) Math.min(remaining, available);
        remaining -= count;
        payload += count;
        if (remaining == 0) {
            part = part == ResponsePart.BODY ? ResponsePart.COMPLETE : ResponsePart.CHUNK_END;
        }
        return count;
    }

    /** Goes to the end of a line, or as far as there are bytes. Most bytes cost a comparison, in the one loop here. */
    private int line(byte[] bytes, int from, int to) throws IOException {
        int at = from;
        while (at < to && !isControl(bytes[at])) {
            at++;
        }
        if (at > from) {
            if (afterReturn || part == ResponsePart.CHUNK_END) {
                part = ResponsePart.UNCLEAR;
                return from;
            }
            keep(bytes, from, at - from);
        }
        return at < to ? control(bytes[at], at) : to;
    }

    private void keep(byte[] bytes, int from, int count) throws IOException {
        if (count > mostInLine() - length) {
            throw new IOException("the reply's header fields, or what stands beside its chunks, are too large");
        }
        if (length < KEPT_BYTES) {
            System.arraycopy(bytes, from, line, length, Math.min(count, KEPT_BYTES - length));
        }
        length += count;
    }

    private int control(byte next, int at) {
        if (next == '\r' && !afterReturn) {
            afterReturn = true;
        } else if (next == '\n' && afterReturn) {
            afterReturn = false;
            endOfLine();
            length = 0;
        } else {
            part = ResponsePart.UNCLEAR;
            return at;
        }
        return at + 1;
    }

    private int mostInLine() {
        return part == ResponsePart.CHUNK_SIZE
                ? MAX_SIZE_DIGITS + MAX_EXTENSION_BYTES - extensionBytes
                : MAX_FIELD_BYTES - fieldBytes;
    }

    private static boolean isControl(byte next) {
        return next >= 0 && next < ' ' && next != '\t';
    }

    private void endOfLine() {
        switch (part) {
            case CHUNK_END -> part = ResponsePart.CHUNK_SIZE;
            case CHUNK_SIZE -> chunkSize();
            default -> {
                fieldBytes += length + 2;
                endOfFieldLine();
            }
        }
    }

    private void endOfFieldLine() {
        if (part == ResponsePart.STATUS_LINE) {
            statusLine();
        } else if (length > 0) {
            field();
        } else if (part == ResponsePart.TRAILER) {
            part = ResponsePart.COMPLETE;
        } else {
            endOfHead();
        }
    }

    /** {@code HTTP/1.1 200 OK}; the reason, and the space before it, may be missing. */
    private void statusLine() {
        boolean known = length >= STATUS_LINE
                && (isText("http/1.1", 0, 8) || isText("http/1.0", 0, 8))
                && line[8] == ' '
                && (length == STATUS_LINE || line[STATUS_LINE] == ' ');
        status = known ? (int) decimal(9, STATUS_LINE) : -1;
        persistent &= line[7] == '1';
        part = status < CONTINUE ? ResponsePart.UNCLEAR : ResponsePart.FIELD;
    }

    private void field() {
        int colon = 0;
        while (colon < kept() && line[colon] != ':') {
            if (!OF_TOKEN[line[colon] & 0xff]) {
                part = ResponsePart.UNCLEAR;
                return;
            }
            colon++;
        }
        if (colon == 0 || colon == kept()) {
            part = ResponsePart.UNCLEAR;
        } else if (part == ResponsePart.FIELD) {
            if (isText(CONTENT_LENGTH, 0, colon)) {
                contentLength(colon + 1);
            } else if (isText(TRANSFER_ENCODING, 0, colon)) {
                transferEncoding(colon + 1);
            } else if (isText(CONNECTION, 0, colon)) {
                persistent &= length <= KEPT_BYTES && !saysClose(colon + 1);
            }
        }
    }

    private void contentLength(int from) {
        int first = afterBlanks(from);
        long value = length <= KEPT_BYTES ? decimal(first, beforeBlanks(first)) : -1;
        if (value < 0 || contentLength >= 0) {
            part = ResponsePart.UNCLEAR;
        }
        contentLength = value;
    }

    private void transferEncoding(int from) {
        int first = afterBlanks(from);
        if (chunked || length > KEPT_BYTES || !isText("chunked", first, beforeBlanks(first))) {
            part = ResponsePart.UNCLEAR;
        }
        chunked = true;
    }

    private boolean saysClose(int from) {
        int first = from;
        for (int at = from; at <= length; at++) {
            if (at == length || line[at] == ',') {
                int begin = afterBlanks(first);
                int end = at;
                while (end > begin && isBlank(line[end - 1])) {
                    end--;
                }
                if (isText("close", begin, end)) {
                    return true;
                }
                first = at + 1;
            }
        }
        return false;
    }

    private void endOfHead() {
        boolean withoutBody = toHead || status == NO_CONTENT || status == NOT_MODIFIED;
        if (status < FIRST_FINAL || status == NO_CONTENT) {
            persistent &= !chunked && contentLength <= 0;
        }
        if (status == SWITCHING_PROTOCOLS) {
            persistent = false;
            part = ResponsePart.COMPLETE;
        } else if (status < FIRST_FINAL) {
            chunked = false;
            contentLength = -1;
            part = ResponsePart.STATUS_LINE;
        } else if (chunked && contentLength >= 0) {
            part = ResponsePart.UNCLEAR;
        } else if (withoutBody || contentLength == 0) {
            part = ResponsePart.COMPLETE;
        } else if (chunked) {
            part = ResponsePart.CHUNK_SIZE;
        } else if (contentLength > 0) {
            remaining = contentLength;
            part = ResponsePart.BODY;
        } else {
            persistent = false;
            part = ResponsePart.UNTIL_CLOSE;
        }
    }

    /** {@code 1f}, or {@code 1f ; name=value}. */
    private void chunkSize() {
        int at = 0;
        while (at < kept() && line[at] == '0') {
            at++;
        }
        int first = at;
        long size = 0;
        while (at < kept() && at - first <= MAX_SIZE_DIGITS && Character.digit(line[at], 16) >= 0) {
            size = size << 4 | Character.digit(line[at++], 16);
        }
        int digits = at;
        while (at < kept() && isBlank(line[at])) {
            at++;
        }
        extensionBytes += length - Math.min(digits, MAX_SIZE_DIGITS);
        if (digits == 0 || digits - first > MAX_SIZE_DIGITS || at < length && (at == kept() || line[at] != ';')) {
            part = ResponsePart.UNCLEAR;
        } else if (size == 0) {
            part = ResponsePart.TRAILER;
        } else {
            remaining = size;
            part = ResponsePart.CHUNK;
        }
    }

    private int kept() {
        return Math.min(length, KEPT_BYTES);
    }

    private int afterBlanks(int from) {
        int at = from;
        while (at < kept() && isBlank(line[at])) {
            at++;
        }
        return at;
    }

    private int beforeBlanks(int from) {
        int at = kept();
        while (at > from && isBlank(line[at - 1])) {
            at--;
        }
        return at;
    }

    private static boolean isBlank(byte next) {
        return next == ' ' || next == '\t';
    }

    /** A number of plain digits; -1 when it is none. */
    private long decimal(int from, int to) {
        if (from >= to || to - from > MAX_LENGTH_DIGITS) {
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

    /** Whether a part of the line is a text in ASCII, which is given in lower case. */
    private boolean isText(String text, int from, int to) {
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
}
