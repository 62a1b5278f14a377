package io.github.alimsg.core.okhttp;

/**
 * What the status line and the fields of a response say about its length and its connection. A line that two parsers
 * could read differently is not read at all; see {@link ResponseFraming}.
 */
final class ResponseHead {
    private static final int STATUS_LINE = 12;
    private static final int CONTINUE = 100;
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int FIRST_FINAL = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private static final String CONTENT_LENGTH = "content-length";
    private static final String TRANSFER_ENCODING = "transfer-encoding";
    private static final String CONNECTION = "connection";

    private boolean toHead;
    private int status;
    private boolean persistent;
    private boolean chunked;
    private long contentLength;

    /** Resets for the next response. */
    void begin(String method) {
        toHead = method.equals("HEAD");
        status = 0;
        persistent = true;
        forgetLength();
    }

    private void forgetLength() {
        chunked = false;
        contentLength = -1;
    }

    /**
     * {@code HTTP/1.1 200 OK}; the reason, and the space before it, may be missing. Returns false for anything else.
     */
    boolean readStatus(LineStart line) {
        boolean known = line.length() >= STATUS_LINE
                && (line.isText("http/1.1", 0, 8) || line.isText("http/1.0", 0, 8))
                && line.at(8) == ' '
                && (line.length() == STATUS_LINE || line.at(STATUS_LINE) == ' ');
        status = known ? (int) line.decimal(9, STATUS_LINE) : -1;
        persistent &= line.at(7) == '1';
        return status >= CONTINUE;
    }

    /** Reads a field, whose name ends at a colon. Returns false when it can be read in two ways. */
    boolean readField(LineStart line, int colon) {
        if (line.isText(CONTENT_LENGTH, 0, colon)) {
            return readLength(line, colon + 1);
        }
        if (line.isText(TRANSFER_ENCODING, 0, colon)) {
            return readCoding(line, colon + 1);
        }
        if (line.isText(CONNECTION, 0, colon)) {
            persistent &= line.isWhole() && !line.hasValue("close", colon + 1);
        }
        return true;
    }

    private boolean readLength(LineStart line, int from) {
        int first = line.afterBlanks(from);
        long value = line.isWhole() ? line.decimal(first, line.beforeBlanks(first)) : -1;
        boolean clear = value >= 0 && contentLength < 0;
        contentLength = value;
        return clear;
    }

    private boolean readCoding(LineStart line, int from) {
        int first = line.afterBlanks(from);
        boolean clear = !chunked && line.isWhole() && line.isText("chunked", first, line.beforeBlanks(first));
        chunked = true;
        return clear;
    }

    /** {@return what follows the fields, which have ended} */
    ResponsePart end() {
        if (status < FIRST_FINAL || status == NO_CONTENT) {
            persistent &= !chunked && contentLength <= 0;
        }
        if (status == SWITCHING_PROTOCOLS) {
            persistent = false;
            return ResponsePart.COMPLETE;
        }
        if (status < FIRST_FINAL) {
            forgetLength();
            return ResponsePart.STATUS_LINE;
        }
        if (chunked && contentLength >= 0) {
            return ResponsePart.UNCLEAR;
        }
        if (toHead || status == NO_CONTENT || status == NOT_MODIFIED || contentLength == 0) {
            return ResponsePart.COMPLETE;
        }
        if (chunked) {
            return ResponsePart.CHUNK_SIZE;
        }
        if (contentLength > 0) {
            return ResponsePart.BODY;
        }
        persistent = false;
        return ResponsePart.UNTIL_CLOSE;
    }

    /** {@return the body's length; negative when it is not given} */
    long contentLength() {
        return contentLength;
    }

    /** {@return the status; 0 before there is one, -1 when it can't be read} */
    int status() {
        return status;
    }

    /** {@return whether the connection may carry another request} */
    boolean isPersistent() {
        return persistent;
    }

    void refuseReuse() {
        persistent = false;
    }
}
