package io.github.alimsg.core.okhttp;

/** Where in a response its bytes have come to. */
enum ResponsePart {
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
