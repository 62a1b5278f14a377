package io.github.alimsg.examples.orders;

import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.receipts.DeliveryState;
import java.util.List;
import java.util.stream.Stream;

/** How far a message got. It only ever moves forward, in whatever order receipts come. */
enum MessageState {
    NOT_SENT,
    REFUSED,
    UNKNOWN,
    ACCEPTED,
    SENT,
    EXPIRED,
    FAILED,
    DELIVERED,
    READ;

    static MessageState of(KeyState state) {
        return switch (state) {
            case NEW, CLAIMED, NOT_SENT -> NOT_SENT;
            case REFUSED -> REFUSED;
            case SENDING, UNKNOWN, UNDECIDED -> UNKNOWN;
            case ACCEPTED -> ACCEPTED;
        };
    }

    static MessageState of(DeliveryState state) {
        return switch (state) {
            case SENT -> SENT;
            case EXPIRED -> EXPIRED;
            case FAILED -> FAILED;
            case DELIVERED -> DELIVERED;
            case READ -> READ;
            default -> ACCEPTED;
        };
    }

    List<String> before() {
        return Stream.of(values())
                .filter(other -> other.compareTo(this) < 0)
                .map(Enum::name)
                .toList();
    }
}
