package io.github.alimsg.examples.orders;

import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.receipts.DeliveryState;
import java.util.List;

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
        return List.of(values()).subList(0, ordinal()).stream().map(Enum::name).toList();
    }
}
