package io.github.alimsg.dysms.international.receipt;

import io.github.alimsg.core.OpenValue;
import io.github.alimsg.receipts.DeliveryState;
import java.util.List;

/** The status of a message to another country. The service may add values: {@link #of} takes any text. */
public final class GlobeStatus extends OpenValue {
    /** Delivered. */
    public static final GlobeStatus DELIVERED = new GlobeStatus("1", DeliveryState.DELIVERED);

    /** Failed; the error code says why. */
    public static final GlobeStatus FAILED = new GlobeStatus("2", DeliveryState.FAILED);

    /** Not delivered in time. */
    public static final GlobeStatus EXPIRED = new GlobeStatus("6", DeliveryState.EXPIRED);

    private static final List<GlobeStatus> KNOWN = List.of(DELIVERED, FAILED, EXPIRED);

    private final DeliveryState state;

    private GlobeStatus(String value) {
        this(value, DeliveryState.UNKNOWN);
    }

    private GlobeStatus(String value, DeliveryState state) {
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
    public static GlobeStatus of(String value) {
        return inAnyCase(value, KNOWN, GlobeStatus::new);
    }

    /** {@return the values that are documented} */
    public static List<GlobeStatus> known() {
        return KNOWN;
    }
}
