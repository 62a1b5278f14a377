package io.github.alimsg.testing.products;

import io.github.alimsg.receipts.DeliveryState;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The states that receipts report about a message, and how long after it was sent. */
@FunctionalInterface
interface ReportedStates {
    /** The code of a text message that was not delivered in time, in both products. */
    String EXPIRED = "EXPIRED";

    /** A chat message says each step. */
    ReportedStates OF_CHATS = error -> error == null
            ? Map.of(
                    DeliveryState.SENT, Duration.ofSeconds(1),
                    DeliveryState.DELIVERED, Duration.ofSeconds(2),
                    DeliveryState.READ, Duration.ofSeconds(3))
            : Map.of(DeliveryState.FAILED, Duration.ofSeconds(1));

    /** A text message has one report. */
    ReportedStates OF_TEXT_MESSAGES = error -> Map.of(
            error == null
                    ? DeliveryState.DELIVERED
                    : error.equals(EXPIRED) ? DeliveryState.EXPIRED : DeliveryState.FAILED,
            Duration.ofSeconds(2));

    /** The states of a message that fails with a code, or arrives. */
    Map<DeliveryState, Duration> of(@Nullable String error);
}
