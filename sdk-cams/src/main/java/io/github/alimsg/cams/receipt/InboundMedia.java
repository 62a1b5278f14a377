package io.github.alimsg.cams.receipt;

import io.github.alimsg.receipts.ReceiptFields;
import io.github.alimsg.receipts.ReceiptPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that was received. The service keeps it for seven days. */
public final class InboundMedia extends ReceiptPart {
    static final List<InboundType> TYPES =
            List.of(InboundType.IMAGE, InboundType.VIDEO, InboundType.AUDIO, InboundType.DOCUMENT);
    private static final List<String> SHOWN = List.of("id", "mimeType");

    InboundMedia(ReceiptFields fields) {
        super(fields, SHOWN);
    }

    /** {@return the id of the file; null when it is absent} */
    public @Nullable String id() {
        return fields().text("id");
    }

    /**
     * {@return its address, valid for seven days; anyone who knows the address can fetch it; null when it is absent}
     */
    public @Nullable String url() {
        return fields().text("url");
    }

    /** {@return its type, such as {@code image/jpeg}; null when it is absent} */
    public @Nullable String mimeType() {
        return fields().text("mimeType");
    }

    /** {@return its caption, for images; null when it is absent} */
    public @Nullable String caption() {
        return fields().text("caption");
    }

    /** {@return the name of the file, which the sender chose: never a path to write to; null when it is absent} */
    public @Nullable String fileName() {
        return fields().text("fileName");
    }

    /** {@return its title; null when it is absent} */
    public @Nullable String name() {
        return fields().text("name");
    }
}
