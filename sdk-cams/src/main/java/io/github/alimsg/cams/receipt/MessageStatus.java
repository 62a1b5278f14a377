package io.github.alimsg.cams.receipt;

import io.github.alimsg.core.OpenValue;
import io.github.alimsg.receipts.DeliveryState;
import java.util.List;

/** The status of a message. The service may add values: {@link #of} takes any text. */
public final class MessageStatus extends OpenValue {
    /** Sent on to the channel. */
    public static final MessageStatus SENT = new MessageStatus("Sent", DeliveryState.SENT);

    /** Arrived on the device. */
    public static final MessageStatus DELIVERED = new MessageStatus("Delivered", DeliveryState.DELIVERED);

    /** Read by the recipient, unless read receipts are switched off. */
    public static final MessageStatus READ = new MessageStatus("Read", DeliveryState.READ);

    /** Not sent; the error code says why. With a fallback, a text message follows. */
    public static final MessageStatus FAILED = new MessageStatus("Failed", DeliveryState.FAILED);

    /** Deleted by the recipient; documented, and not in use. */
    public static final MessageStatus DELETED = new MessageStatus("Deleted");

    /** The recipient subscribed; only on Viber. */
    public static final MessageStatus SUBSCRIBE = new MessageStatus("subscribe");

    /** The recipient unsubscribed; only on Viber. */
    public static final MessageStatus UNSUBSCRIBE = new MessageStatus("unsubscribe");

    private static final List<MessageStatus> KNOWN =
            List.of(SENT, DELIVERED, READ, FAILED, DELETED, SUBSCRIBE, UNSUBSCRIBE);

    private final DeliveryState state;

    private MessageStatus(String value) {
        this(value, DeliveryState.UNKNOWN);
    }

    private MessageStatus(String value, DeliveryState state) {
        super(value);
        this.state = state;
    }

    DeliveryState state() {
        return state;
    }

    /**
     * Returns the value of a text, known or not.
     *
     * @param value the text on the wire, in any case
     * @return the constant, if there is one; a new value otherwise
     */
    public static MessageStatus of(String value) {
        return inAnyCase(value, KNOWN, MessageStatus::new);
    }

    /** {@return the values that are documented} */
    public static List<MessageStatus> known() {
        return KNOWN;
    }
}
