package io.github.alimsg.core.okhttp;

/** The part of a response that is being read. */
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
