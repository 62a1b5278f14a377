package io.github.alimsg.inbox.box;

import java.util.List;

/**
 * Something that happened.
 *
 * @param number its number
 * @param head the lines before its data
 * @param data its data, in one line; those of a message are the bytes that are kept of it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Event(long number, byte[] head, byte[] data) {
    private static final byte[] END = {'\n', '\n'};

    /** The event as it is sent to readers, in order. */
    public List<byte[]> parts() {
        return List.of(head, data, END);
    }

    /** Shows nothing that may be personal. */
    @Override
    public String toString() {
        return "Event[" + number + "]";
    }
}
