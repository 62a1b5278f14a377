package io.github.alimsg.dysms.international.receipt;

import io.github.alimsg.core.OpenValue;
import java.util.List;

/** The status of a message to another country. The service may add values: {@link #of} takes any text. */
public final class GlobeStatus extends OpenValue {
    /** Delivered. */
    public static final GlobeStatus DELIVERED = new GlobeStatus("1");

    /** Failed; the error code says why. */
    public static final GlobeStatus FAILED = new GlobeStatus("2");

    /** Not delivered in time. */
    public static final GlobeStatus EXPIRED = new GlobeStatus("6");

    private static final List<GlobeStatus> KNOWN = List.of(DELIVERED, FAILED, EXPIRED);

    private GlobeStatus(String value) {
        super(value);
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
