package io.github.alimsg.cams.receipt;

import io.github.alimsg.core.OpenValue;
import java.util.List;

/** What kind of content a message that came in has. The service may add values: {@link #of} takes any text. */
public final class InboundType extends OpenValue {
    /** Plain text. */
    public static final InboundType TEXT = new InboundType("TEXT");

    /** A place. */
    public static final InboundType LOCATION = new InboundType("LOCATION");

    /** A picture. */
    public static final InboundType IMAGE = new InboundType("IMAGE");

    /** A film. */
    public static final InboundType VIDEO = new InboundType("VIDEO");

    /** Sound. */
    public static final InboundType AUDIO = new InboundType("AUDIO");

    /** A file. */
    public static final InboundType DOCUMENT = new InboundType("DOCUMENT");

    /** Cards of people. */
    public static final InboundType CONTACTS = new InboundType("CONTACTS");

    /** A quick-reply button that was pressed. */
    public static final InboundType REPLY = new InboundType("REPLY");

    private static final List<InboundType> KNOWN =
            List.of(TEXT, LOCATION, IMAGE, VIDEO, AUDIO, DOCUMENT, CONTACTS, REPLY);

    private InboundType(String value) {
        super(value);
    }

    /**
     * The value of a text, known or not.
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
