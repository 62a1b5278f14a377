package io.github.alimsg.core.okhttp;

import java.io.IOException;

/**
 * Finds the end of a response in the bytes of a connection. It is given the bytes as they arrive, in pieces of any
 * size, and keeps only the beginning of a line.
 *
 * <p><b>Idea.</b> Both sides of a reused connection must agree on where each message ends, or the rest of one becomes
 * the beginning of the next. OkHttp doesn't expose where it found the end, so the same bytes are parsed here, by the
 * rules of RFC 9112: status line (section 4), fields (5), length of a body (6.3), chunks with extensions and trailers
 * (7.1), connections that must not be reused (9.3, 9.6). As in OkHttp, 100 and 102 to 199 announce another response,
 * and 101 is final; since no other protocol was requested, nothing may follow it.
 *
 * <p><b>Trade-off.</b> This is stricter than OkHttp on purpose. Anything that the RFC forbids, or that two parsers
 * could read differently, makes a response {@linkplain #isUnclear unclear}: both a length and a transfer coding, a
 * length that is repeated or isn't plain digits, a coding other than {@code chunked}, folded lines, white space before
 * a colon, line ends other than CR LF, control characters. OkHttp may read such a response as it likes, but the
 * connection isn't reused. For all other responses OkHttp finds the same end; tests compare the two. So a mistake here
 * costs a connection, and never hands a byte to another request.
 *
 * <p><b>Bounds.</b> The head and trailers of a response are at most {@value #MAX_FIELD_BYTES} bytes, which is also
 * OkHttp's limit; chunk extensions are at most {@value #MAX_EXTENSION_BYTES} bytes in total.
 */
final class ResponseFraming {
    /** The maximum size of the status lines, fields and trailers of a response, in bytes. */
    static final int MAX_FIELD_BYTES = 256 * 1024;

    /** The maximum size of all the chunk extensions of a response, in bytes. */
    static final int MAX_EXTENSION_BYTES = 16 * 1024;

    private final LineStart line = new LineStart();
    private final ResponseHead head = new ResponseHead();
    private final ChunkSizes chunkSizes = new ChunkSizes();
    private ResponsePart part = ResponsePart.COMPLETE;
    private boolean afterReturn;
    private long remaining;
    private long payload;
    private int fieldBytes;

    /**
     * Starts a response: the next bytes belong to it.
     *
     * @param method the request's method
     */
    void begin(String method) {
        part = ResponsePart.STATUS_LINE;
        head.begin(method);
        line.clear();
        afterReturn = false;
        remaining = 0;
        payload = 0;
        fieldBytes = 0;
        chunkSizes.begin();
    }

    /**
     * Parses the next bytes.
     *
     * @param bytes an array that holds them
     * @param from where they begin
     * @param to where they end
     * @return where the bytes of the response end; {@code to} unless it is complete
     * @throws IOException when the fields or chunk extensions exceed their limits
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

    /** Called at the end of the stream, which completes a body without a length. */
    void end() {
        head.refuseReuse();
        if (part == ResponsePart.UNTIL_CLOSE) {
            part = ResponsePart.COMPLETE;
        }
    }

    /** Marks the connection as not to be reused, for a reason outside of the response. */
    void refuseReuse() {
        head.refuseReuse();
    }

    /** {@return whether the response is complete} */
    boolean isComplete() {
        return part == ResponsePart.COMPLETE;
    }

    /** {@return whether the end of the response is ambiguous} */
    boolean isUnclear() {
        return part == ResponsePart.UNCLEAR;
    }

    /** {@return whether the connection can carry another request} */
    boolean isReusable() {
        return part == ResponsePart.COMPLETE && head.isPersistent();
    }

    /** {@return the status of the latest status line; 0 before there is one} */
    int status() {
        return head.status();
    }

    /** {@return the number of body bytes so far; for an unclear response, all bytes since it became unclear} */
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

    /** Goes to the end of a line, or of the bytes. Most bytes cost one comparison, in this loop. */
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
        if (count > maxInLine() - line.length()) {
            throw new IOException("the reply's header fields or chunk extensions are too large");
        }
        line.add(bytes, from, count);
    }

    private int control(byte next, int at) {
        if (next == '\r' && !afterReturn) {
            afterReturn = true;
        } else if (next == '\n' && afterReturn) {
            afterReturn = false;
            endOfLine();
            line.clear();
        } else {
            part = ResponsePart.UNCLEAR;
            return at;
        }
        return at + 1;
    }

    private int maxInLine() {
        return part == ResponsePart.CHUNK_SIZE ? chunkSizes.maxLength() : MAX_FIELD_BYTES - fieldBytes;
    }

    private static boolean isControl(byte next) {
        return next >= 0 && next < ' ' && next != '\t';
    }

    private void endOfLine() {
        switch (part) {
            case CHUNK_END -> part = ResponsePart.CHUNK_SIZE;
            case CHUNK_SIZE -> chunkSize();
            default -> {
                fieldBytes += line.length() + 2;
                endOfFieldLine();
            }
        }
    }

    private void endOfFieldLine() {
        if (part == ResponsePart.STATUS_LINE) {
            part = head.readStatus(line) ? ResponsePart.FIELD : ResponsePart.UNCLEAR;
        } else if (line.length() > 0) {
            field();
        } else if (part == ResponsePart.TRAILER) {
            part = ResponsePart.COMPLETE;
        } else {
            endOfHead();
        }
    }

    private void field() {
        int colon = line.nameEnd();
        if (colon < 0 || part == ResponsePart.FIELD && !head.readField(line, colon)) {
            part = ResponsePart.UNCLEAR;
        }
    }

    private void endOfHead() {
        part = head.end();
        remaining = part == ResponsePart.BODY ? head.contentLength() : 0;
    }

    private void chunkSize() {
        remaining = chunkSizes.read(line);
        part = remaining < 0 ? ResponsePart.UNCLEAR : remaining == 0 ? ResponsePart.TRAILER : ResponsePart.CHUNK;
    }
}
