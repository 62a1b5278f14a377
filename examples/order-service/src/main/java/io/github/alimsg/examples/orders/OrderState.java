package io.github.alimsg.examples.orders;

import java.util.List;
import java.util.stream.Stream;

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
        return Stream.of(values())
                .filter(other -> other.compareTo(this) < 0)
                .map(Enum::name)
                .toList();
    }
}
