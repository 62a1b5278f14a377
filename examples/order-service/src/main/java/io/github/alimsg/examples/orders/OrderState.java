package io.github.alimsg.examples.orders;

import java.util.List;

/** How far an order got. It only ever moves forward, in whatever order receipts come. */
enum OrderState {
    PLACED,
    SHIPPED,
    /** A message was accepted by the service; whether it arrives is not known yet. */
    NOTIFIED,
    /** Neither message arrives: somebody has to call. */
    UNREACHED,
    /** A message is on the customer's phone. */
    INFORMED,
    READ;

    List<String> before() {
        return List.of(values()).subList(0, ordinal()).stream().map(Enum::name).toList();
    }
}
