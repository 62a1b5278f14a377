package io.github.alimsg.cams.receipt;

import io.github.alimsg.core.OpenValue;
import java.util.List;

/** The kind of content of an inbound message. The service may add values: {@link #of} takes any text. */
public final class InboundType extends OpenValue {
    /** Plain text. */
    public static final InboundType TEXT = new InboundType("TEXT");

    /** A location. */
    public static final InboundType LOCATION = new InboundType("LOCATION");

    /** An image. */
    public static final InboundType IMAGE = new InboundType("IMAGE");

    /** A video. */
    public static final InboundType VIDEO = new InboundType("VIDEO");

    /** Audio. */
    public static final InboundType AUDIO = new InboundType("AUDIO");

    /** A file. */
    public static final InboundType DOCUMENT = new InboundType("DOCUMENT");

    /** Contact cards. */
    public static final InboundType CONTACTS = new InboundType("CONTACTS");

    /** A quick-reply button that was pressed. */
    public static final InboundType REPLY = new InboundType("REPLY");

    private static final List<InboundType> KNOWN =
            List.of(TEXT, LOCATION, IMAGE, VIDEO, AUDIO, DOCUMENT, CONTACTS, REPLY);

    private InboundType(String value) {
        super(value);
    }

    /**
     * Returns the value of a text, known or not.
     *
     * @param value the text on the wire, in any case
     * @return the constant, if there is one; a new value otherwise
     */
    public static InboundType of(String value) {
        return inAnyCase(value, KNOWN, InboundType::new);
    }

    /** {@return the values that are documented} */
    public static List<InboundType> known() {
        return KNOWN;
    }
}
