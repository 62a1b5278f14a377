package io.github.alimsg.inbox.box;

/**
 * Something that happened.
 *
 * @param number its number
 * @param lines the event as it is sent to readers
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Event(long number, byte[] lines) {
    /** Shows nothing that may be personal. */
    @Override
    public String toString() {
        return "Event[" + number + "]";
    }
}
