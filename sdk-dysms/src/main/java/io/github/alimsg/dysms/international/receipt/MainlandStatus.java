package io.github.alimsg.dysms.international.receipt;

import io.github.alimsg.core.OpenValue;
import io.github.alimsg.receipts.DeliveryState;
import java.util.List;

/**
 * The status of a message to mainland China that was sent by the international service. The service may add values:
 * {@link #of} takes any text.
 */
public final class MainlandStatus extends OpenValue {
    /** Handed to the carrier, nothing known yet. */
    public static final MainlandStatus SUBMITTED = new MainlandStatus("1", DeliveryState.SENT);

    /** Failed; the error code says why. */
    public static final MainlandStatus FAILED = new MainlandStatus("2", DeliveryState.FAILED);

    /** Delivered. */
    public static final MainlandStatus DELIVERED = new MainlandStatus("3", DeliveryState.DELIVERED);

    private static final List<MainlandStatus> KNOWN = List.of(SUBMITTED, FAILED, DELIVERED);

    private final DeliveryState state;

    private MainlandStatus(String value) {
        this(value, DeliveryState.UNKNOWN);
    }

    private MainlandStatus(String value, DeliveryState state) {
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
    public static MainlandStatus of(String value) {
        return inAnyCase(value, KNOWN, MainlandStatus::new);
    }

    /** {@return the values that are documented} */
    public static List<MainlandStatus> known() {
        return KNOWN;
    }
}
