package io.github.alimsg.cams.receipt;

import io.github.alimsg.receipts.ReceiptFields;
import io.github.alimsg.receipts.ReceiptPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A quick-reply button that was pressed. */
public final class InboundReply extends ReceiptPart {
    private static final List<String> SHOWN = List.of();

    InboundReply(ReceiptFields fields) {
        super(fields, SHOWN);
    }

    /** {@return the label of the button; null when it is absent} */
    public @Nullable String text() {
        return fields().text("text");
    }

    /** {@return the payload that the sender gave the button; null when it is absent} */
    public @Nullable String payload() {
        return fields().text("payload");
    }
}
