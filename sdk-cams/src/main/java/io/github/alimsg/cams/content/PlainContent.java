package io.github.alimsg.cams.content;

/** A content without optional parts. */
final class PlainContent extends MessageContent {
    PlainContent(String messageType, Object value) {
        super(messageType, value);
    }

    PlainContent(String messageType, Object value, String json) {
        super(messageType, value, json);
    }
}
