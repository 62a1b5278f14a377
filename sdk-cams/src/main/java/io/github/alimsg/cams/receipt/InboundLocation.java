package io.github.alimsg.cams.receipt;

import io.github.alimsg.receipts.ReceiptFields;
import io.github.alimsg.receipts.ReceiptPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A location that was received. */
public final class InboundLocation extends ReceiptPart {
    private static final List<String> SHOWN = List.of();

    InboundLocation(ReceiptFields fields) {
        super(fields, SHOWN);
    }

    /** {@return degrees north, as written; null when it is absent} */
    public @Nullable String latitude() {
        return fields().text("latitude");
    }

    /** {@return degrees east, as written; null when it is absent} */
    public @Nullable String longitude() {
        return fields().text("longitude");
    }

    /** {@return its name; null when it is absent} */
    public @Nullable String name() {
        return fields().text("name");
    }

    /** {@return its address; null when it is absent} */
    public @Nullable String address() {
        return fields().text("address");
    }
}
