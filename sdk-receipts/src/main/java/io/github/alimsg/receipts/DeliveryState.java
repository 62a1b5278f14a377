package io.github.alimsg.receipts;

import java.util.Objects;

/**
 * How far a message got. The same for all products, whose own statuses differ and use equal digits for unequal states.
 *
 * <p>Receipts come in any order and more than once, so keep the furthest state rather than the latest:
 *
 * <pre>{@code
 * states.merge(status.taskId(), status.state(), DeliveryState::furthest);
 * }</pre>
 *
 * <p>The constants are in that order. A later version may add constants, so a {@code switch} needs a {@code default}.
 */
public enum DeliveryState {
    /** The receipt has no status, or one that is not documented; its own {@code status()} has the value. */
    UNKNOWN,
    /** Passed on to the channel or the carrier; nothing else is known yet. */
    SENT,
    /** Not delivered in time. */
    EXPIRED,
    /**
     * Not delivered; {@link DeliveryReport#reason()} says why. A message that was sent with a fallback then goes out as
     * a text message, so this is the end of it on its first channel only.
     */
    FAILED,
    /** Arrived on the device. */
    DELIVERED,
    /** Read by the recipient. Never comes from people who switched read receipts off. */
    READ;

    /**
     * Returns the further one of two states of the same message. The result of several states depends neither on their
     * order nor on how often each comes.
     *
     * @param other the other state
     * @return this or the other one, whichever is further
     */
    public DeliveryState furthest(DeliveryState other) {
        return compareTo(Objects.requireNonNull(other, "other")) >= 0 ? this : other;
    }
}
